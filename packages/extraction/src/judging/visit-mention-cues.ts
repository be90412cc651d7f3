import { findPhrase } from '../lexicon/find-phrase.ts'
import { triggers } from '../lexicon/triggers.ts'
import type { Considered } from '../mentions/find-mentions.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import type { CueVisitor } from './decider.ts'
import { wordAt } from './word-at.ts'

const around = 6

/** Goes through what tells whether a number counts a force. */
export function visitMentionCues(
  document: Document,
  { mention, doubt, before }: Considered,
  visit: CueVisitor,
): void {
  const { tokens } = document
  const sentence = document.sentences[mention.sentence] as { from: number; to: number }
  const { noun, quantity } = mention
  visit('doubt', doubt)
  visit('item', noun.item)
  visit('item, doubt', noun.item, doubt)
  visit('unit', noun.unit, doubt)
  if (noun.context !== null) visit('needs', noun.context, doubt)
  visit('head', mention.head === null ? 'none' : 'some')
  visit(
    'size',
    String(Math.min(6, Math.floor(Math.log10(Math.max(1, quantity.low ?? quantity.high ?? 1))))),
    doubt,
  )
  visit('qualifier', quantity.qualifier, doubt)
  if (quantity.added) visit('added', doubt)
  if (mention.share) visit('share', doubt)
  if (mention.table) visit('table', doubt)
  const number = tokens[quantity.numberFrom] as Token
  visit('digits', number.kind === 'number' && number.text.includes(',') ? 'commas' : number.kind, doubt)
  const gap =
    before === null
      ? 'never'
      : before.sentence === mention.sentence
        ? 'here'
        : mention.sentence - before.sentence === 1
          ? 'before'
          : 'far'
  visit('last', gap, doubt)
  if (before !== null) {
    visit('last unit', before.noun.unit, `${gap} ${mention.noun.unit}`)
  }
  const names = ['-1', '-2', '-3']
  for (let step = 1; step <= 3; step += 1) {
    visit(`word ${names[step - 1]}`, wordAt(tokens, sentence, mention.from - step))
    visit(`word +${step}`, wordAt(tokens, sentence, mention.to - 1 + step))
    visit(`word ${names[step - 1]}, doubt`, wordAt(tokens, sentence, mention.from - step), doubt)
    visit(`word +${step}, doubt`, wordAt(tokens, sentence, mention.to - 1 + step), doubt)
  }
  for (let step = 1; step <= around; step += 1) {
    visit('left', wordAt(tokens, sentence, mention.from - step))
    visit('right', wordAt(tokens, sentence, mention.to - 1 + step))
  }
  visit('pair left', wordAt(tokens, sentence, mention.from - 2), wordAt(tokens, sentence, mention.from - 1))
  visit('pair right', wordAt(tokens, sentence, mention.to), wordAt(tokens, sentence, mention.to + 1))
  for (let at = mention.from; at < mention.to; at += 1) visit('inside', wordAt(tokens, sentence, at))
  let military = 0
  let civil = 0
  let actors = 0
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const token = tokens[at] as Token
    visit('sentence', wordAt(tokens, sentence, at))
    if ((token.kinds & wordKind.military) !== 0) military += 1
    if ((token.kinds & wordKind.civil) !== 0) civil += 1
    if ((token.kinds & wordKind.actor) !== 0) actors += 1
    if ((token.kinds & wordKind.trigger) !== 0) {
      const found = findPhrase(triggers, tokens, at)
      for (const { group } of found?.value ?? [])
        visit(at < mention.from ? 'trigger before' : 'trigger after', group[noun.unit])
    }
  }
  const cap = (n: number) => String(Math.min(3, n))
  visit('military here', cap(military), doubt)
  visit('civil here', cap(civil), doubt)
  visit('actors here', cap(actors), doubt)
  const all = warShare(document)
  visit('military in all', all, doubt)
}

const shares = new WeakMap<Document, string>()

function warShare(document: Document): string {
  const known = shares.get(document)
  if (known !== undefined) return known
  let military = 0
  let civil = 0
  for (const { kinds } of document.tokens) {
    if ((kinds & wordKind.military) !== 0) military += 1
    else if ((kinds & wordKind.civil) !== 0) civil += 1
  }
  const rate = (1000 * military) / Math.max(200, document.tokens.length)
  const level = rate === 0 ? 'none' : rate < 3 ? 'few' : rate < 10 ? 'some' : rate < 25 ? 'many' : 'most'
  const answer = `${level} ${civil === 0 ? 'no civil' : military > 2 * civil ? 'few civil' : 'civil'}`
  shares.set(document, answer)
  return answer
}
