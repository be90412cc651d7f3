import { findPhrase } from '../lexicon/find-phrase.ts'
import { triggers } from '../lexicon/triggers.ts'
import type { Considered } from '../mentions/find-mentions.ts'
import type { Document } from '../text/document.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import { wordId } from '../text/word-ids.ts'
import { wordKind } from '../text/word-kinds.ts'
import { addCue, addWordCue, type Cues, cueKind } from './cues.ts'
import { magnitudeOf } from './magnitude-of.ts'
import { shareOfWar } from './share-of-war.ts'
import { wordAt } from './word-at.ts'

const kinds = {
  militaryInAll: cueKind('military in all'),
  doubt: cueKind('doubt'),
  item: cueKind('item'),
  itemDoubt: cueKind('item, doubt'),
  unit: cueKind('unit'),
  needs: cueKind('needs'),
  head: cueKind('head'),
  size: cueKind('size'),
  qualifier: cueKind('qualifier'),
  added: cueKind('added'),
  share: cueKind('share'),
  table: cueKind('table'),
  digits: cueKind('digits'),
  last: cueKind('last'),
  lastUnit: cueKind('last unit'),
  left: cueKind('left'),
  right: cueKind('right'),
  inside: cueKind('inside'),
  militaryHere: cueKind('military here'),
  civilHere: cueKind('civil here'),
  actorsHere: cueKind('actors here'),
}

const around = 6

/** What tells whether a number counts a force. */
export function cuesOfMention(document: Document, considered: Considered): Cues {
  const cues: Cues = []
  addForm(cues, document, considered)
  addWords(cues, document, considered)
  addSentence(cues, document, considered)
  addCue(cues, kinds.militaryInAll, shareOfWar(document), considered.doubt)
  return cues
}

function addForm(cues: Cues, { tokens }: Document, { mention, doubt, before }: Considered): void {
  const { noun, quantity } = mention
  const [doubted, item] = [wordId(doubt), wordId(noun.item)]
  addWordCue(cues, kinds.doubt, doubted)
  addWordCue(cues, kinds.item, item)
  addWordCue(cues, kinds.itemDoubt, item, doubted)
  addWordCue(cues, kinds.unit, wordId(noun.unit), doubted)
  if (noun.context !== null) addWordCue(cues, kinds.needs, wordId(noun.context), doubted)
  addCue(cues, kinds.head, mention.head === null ? 'none' : 'some')
  addWordCue(cues, kinds.size, wordId(magnitudeOf(quantity)), doubted)
  addWordCue(cues, kinds.qualifier, wordId(quantity.qualifier), doubted)
  if (quantity.added) addWordCue(cues, kinds.added, doubted)
  if (mention.share) addWordCue(cues, kinds.share, doubted)
  if (mention.table) addWordCue(cues, kinds.table, doubted)
  const number = tokens[quantity.numberFrom] as Token
  const written = number.kind === 'number' && number.text.includes(',') ? 'commas' : number.kind
  addWordCue(cues, kinds.digits, wordId(written), doubted)
  const gap = before === null ? 'never' : gaps[Math.min(2, mention.sentence - before.sentence)]
  addWordCue(cues, kinds.last, wordId(gap as string), doubted)
  if (before !== null) addCue(cues, kinds.lastUnit, before.noun.unit, noun.unit)
}

const gaps = ['here', 'before', 'far']

function addWords(cues: Cues, { tokens, sentences }: Document, { mention }: Considered): void {
  const sentence = sentences[mention.sentence] as Sentence
  for (let step = 1; step <= around; step += 1) {
    addWordCue(cues, kinds.left, wordAt(tokens, sentence, mention.from - step))
    addWordCue(cues, kinds.right, wordAt(tokens, sentence, mention.to - 1 + step))
  }
  for (let at = mention.from; at < mention.to; at += 1)
    addWordCue(cues, kinds.inside, wordAt(tokens, sentence, at))
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
    const side = at < mention.from ? triggerBefore : triggerAfter
    for (const { group } of findPhrase(triggers, tokens, at)?.value ?? []) addCue(cues, side, group[unit])
  }
  addCue(cues, kinds.militaryHere, few[Math.min(3, military)] as string, doubt)
  addCue(cues, kinds.civilHere, few[Math.min(3, civil)] as string, doubt)
  addCue(cues, kinds.actorsHere, few[Math.min(3, actors)] as string, doubt)
}

const triggerBefore = cueKind('trigger before')
const triggerAfter = cueKind('trigger after')
const few = ['0', '1', '2', '3']
