import { findPhrase } from '../lexicon/find-phrase.ts'
import { triggers } from '../lexicon/triggers.ts'
import type { Considered } from '../mentions/find-mentions.ts'
import type { Document } from '../text/document.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import { addCue, type Cues } from './cues.ts'
import { magnitudeOf } from './magnitude-of.ts'
import { shareOfWar } from './share-of-war.ts'
import { wordAt } from './word-at.ts'

const around = 6

/** What tells whether a number counts a force. */
export function cuesOfMention(document: Document, considered: Considered): Cues {
  const cues: Cues = []
  addForm(cues, document, considered)
  addWords(cues, document, considered)
  addSentence(cues, document, considered)
  addCue(cues, 'military in all', shareOfWar(document), considered.doubt)
  return cues
}

function addForm(cues: Cues, { tokens }: Document, { mention, doubt, before }: Considered): void {
  const { noun, quantity } = mention
  addCue(cues, 'doubt', doubt)
  addCue(cues, 'item', noun.item)
  addCue(cues, 'item, doubt', noun.item, doubt)
  addCue(cues, 'unit', noun.unit, doubt)
  if (noun.context !== null) addCue(cues, 'needs', noun.context, doubt)
  addCue(cues, 'head', mention.head === null ? 'none' : 'some')
  addCue(cues, 'size', magnitudeOf(quantity), doubt)
  addCue(cues, 'qualifier', quantity.qualifier, doubt)
  if (quantity.added) addCue(cues, 'added', doubt)
  if (mention.share) addCue(cues, 'share', doubt)
  if (mention.table) addCue(cues, 'table', doubt)
  const number = tokens[quantity.numberFrom] as Token
  const written = number.kind === 'number' && number.text.includes(',') ? 'commas' : number.kind
  addCue(cues, 'digits', written, doubt)
  const gap = before === null ? 'never' : gaps[Math.min(2, mention.sentence - before.sentence)]
  addCue(cues, 'last', gap as string, doubt)
  if (before !== null) addCue(cues, 'last unit', before.noun.unit, noun.unit)
}

const gaps = ['here', 'before', 'far']

function addWords(cues: Cues, { tokens, sentences }: Document, { mention }: Considered): void {
  const sentence = sentences[mention.sentence] as Sentence
  for (let step = 1; step <= around; step += 1) {
    addCue(cues, 'left', wordAt(tokens, sentence, mention.from - step))
    addCue(cues, 'right', wordAt(tokens, sentence, mention.to - 1 + step))
  }
  for (let at = mention.from; at < mention.to; at += 1) addCue(cues, 'inside', wordAt(tokens, sentence, at))
}

function addSentence(cues: Cues, { tokens, sentences }: Document, { mention, doubt }: Considered): void {
  const { from, to } = sentences[mention.sentence] as Sentence
  const { unit } = mention.noun
  let military = 0
  let civil = 0
  let actors = 0
  for (let at = from; at < to; at += 1) {
    const { kinds } = tokens[at] as Token
    if ((kinds & wordKind.military) !== 0) military += 1
    if ((kinds & wordKind.civil) !== 0) civil += 1
    if ((kinds & wordKind.actor) !== 0) actors += 1
    if ((kinds & wordKind.trigger) === 0) continue
    const side = at < mention.from ? 'trigger before' : 'trigger after'
    for (const { group } of findPhrase(triggers, tokens, at)?.value ?? []) addCue(cues, side, group[unit])
  }
  addCue(cues, 'military here', few[Math.min(3, military)] as string, doubt)
  addCue(cues, 'civil here', few[Math.min(3, civil)] as string, doubt)
  addCue(cues, 'actors here', few[Math.min(3, actors)] as string, doubt)
}

const few = ['0', '1', '2', '3']
