import type { ExtractedClaim } from '../claim-schema.ts'
import { attribution } from '../lexicon/attribution.ts'
import type { Mention } from '../mentions/mention.ts'
import type { ArticleReading } from '../reading/read-article.ts'
import type { Sentence } from '../text/split-sentences.ts'
import { addWord, joinedId, wordId, wordOf } from '../text/word-ids.ts'
import { addCue, addWordCue, type Cues, cueKind } from './cues.ts'
import { farthestBack, farthestOn, type Speaker } from './list-speakers.ts'
import { wordAt } from './word-at.ts'

const kinds = {
  role: cueKind('role'),
  place: cueKind('place'),
  quoted: cueKind('quoted'),
  rule: cueKind('rule'),
  last: cueKind('last'),
  outlet: cueKind('outlet'),
  named: cueKind('named'),
  speakers: cueKind('speakers'),
  says: cueKind('says'),
  opens: cueKind('opens'),
  opensTwo: cueKind('opens two'),
  paragraph: cueKind('paragraph'),
  line: cueKind('line'),
  unit: cueKind('unit'),
  item: cueKind('item'),
  table: cueKind('table'),
  head: cueKind('head'),
  sentence: cueKind('sentence'),
}

/** What a claim's source is chosen by. */
export type SourceChoice = {
  article: ArticleReading
  mention: Mention
  rule: string | null
  last: Pick<ExtractedClaim, 'source'> | null
  speakers: readonly Speaker[]
}

/** How a speaker stands to the rules' answer, as ids of words. */
const roles = {
  nobodyAsRuled: addWord('nobody as ruled'),
  nobody: addWord('nobody'),
  ruled: addWord('ruled'),
  againstNobody: addWord('against nobody'),
  againstAnother: addWord('against another'),
}

/** Where a speaker stands, and what else is told with it. */
const places = {
  alone: addWord('alone'),
  elsewhere: addWord('elsewhere'),
  before: { after: addWord('before after'), anywhere: addWord('before anywhere') },
  after: { after: addWord('after after'), anywhere: addWord('after anywhere') },
  same: sentencesOff('same paragraph'),
  other: sentencesOff('other paragraph'),
}
const [inQuotes, unquoted, opensParagraph, goesOn] = ['quoted', 'plain', 'opens', 'goes on'].map(addWord) as [
  number,
  number,
  number,
  number,
]
const [none, share, some, never] = ['none', 'share', 'some', '-'].map(addWord) as [
  number,
  number,
  number,
  number,
]
const few = ['0', '1', '2', '3', '4'].map(addWord)

/** "-6 same paragraph" to "2 same paragraph". */
function sentencesOff(paragraph: string): number[] {
  return Array.from({ length: farthestBack + 1 + farthestOn }, (_, at) =>
    addWord(`${at - farthestBack} ${paragraph}`),
  )
}

/** What speaks for or against one who may be credited with a claim. */
export function cuesOfSource(choice: SourceChoice, speaker: Speaker, role: number): Cues {
  const cues: Cues = []
  const { article, mention, rule, last } = choice
  const quoted = article.quoted[mention.from] === true ? inQuotes : unquoted
  const place = speaker.name === null ? placeOfNearest(choice) : placeOf(choice, speaker)
  addWordCue(cues, kinds.role, role)
  addWordCue(cues, kinds.place, role, place)
  addWordCue(cues, kinds.quoted, joinedId(role, quoted), place)
  if (speaker.name === rule) addWordCue(cues, kinds.rule, role, place)
  if (last !== null && last.source === speaker.name)
    addWordCue(cues, kinds.last, role, joinedId(place, lastGap(choice)))
  if (speaker.name !== null) addName(cues, choice, speaker, place)
  addOpening(cues, choice, joinedId(role, place))
  return cues
}

/** How a speaker stands to the rules' answer. */
export function roleOf({ rule }: SourceChoice, { name }: Speaker): number {
  if (name === null) return rule === null ? roles.nobodyAsRuled : roles.nobody
  return name === rule ? roles.ruled : rule === null ? roles.againstNobody : roles.againstAnother
}

/** Where a speaker stands: in the sentence, so many sentences back or on, in the paragraph or not. */
function placeOf({ article, mention }: SourceChoice, { credit, sentence }: Speaker): number {
  if (credit === null) return places.elsewhere
  const gap = sentence - mention.sentence
  if (gap === 0) return places[credit.at < mention.from ? 'before' : 'after'][credit.scope]
  const { sentences } = article.document
  const together = sentences[sentence]?.paragraph === sentences[mention.sentence]?.paragraph
  return places[together ? 'same' : 'other'][gap + farthestBack] as number
}

/** For the article's own voice it counts how near anyone else speaks. */
function placeOfNearest(choice: SourceChoice): number {
  const nearest = choice.speakers.find(({ credit }) => credit !== null)
  return nearest === undefined ? places.alone : placeOf(choice, nearest)
}

function lastGap({ article, mention }: SourceChoice): number {
  const before = article.mentions.findLast(({ from }) => from < mention.from)
  return before === undefined ? never : (few[Math.min(3, mention.sentence - before.sentence)] as number)
}

function addName(cues: Cues, { article, speakers }: SourceChoice, speaker: Speaker, place: number): void {
  const { name, credit } = speaker
  const isOutlet = attribution.outlets.includes(name ?? '')
  addWordCue(cues, kinds.outlet, wordId(String(isOutlet)), place)
  for (const word of (name ?? '').toLowerCase().split(/\s+/)) addCue(cues, kinds.named, word)
  addWordCue(cues, kinds.speakers, few[Math.min(4, speakers.length)] as number, place)
  if (credit === null) return
  const { tokens, sentences } = article.document
  const sentence = sentences[speaker.sentence] as Sentence
  const verb = wordAt(tokens, sentence, credit.at)
  addWordCue(cues, kinds.says, verb, place)
  addWordCue(cues, kinds.says, verb)
}

function addOpening(cues: Cues, { article, mention }: SourceChoice, place: number): void {
  const { tokens, sentences } = article.document
  const sentence = sentences[mention.sentence] as Sentence
  addWordCue(cues, kinds.opens, wordAt(tokens, sentence, sentence.from), place)
  const isFirst = sentences[mention.sentence - 1]?.paragraph !== sentence.paragraph
  addWordCue(cues, kinds.paragraph, isFirst ? opensParagraph : goesOn, place)
  addWordCue(cues, kinds.line, few[Math.min(4, mention.sentence)] as number, place)
  addWordCue(cues, kinds.unit, wordId(mention.noun.unit), place)
  addWordCue(cues, kinds.table, wordId(String(mention.table)), place)
  addWordCue(cues, kinds.head, mention.head === null ? none : mention.share ? share : some, place)
}

/** What speaks for or against all who stand so to the rules' answer. */
export function cuesOfRole({ article, mention }: SourceChoice, role: number): Cues {
  const cues: Cues = []
  const { tokens, sentences } = article.document
  const sentence = sentences[mention.sentence] as Sentence
  // Not joined by their ids: there are too many pairs of words to keep.
  const [first, second] = [sentence.from, sentence.from + 1].map((at) => wordOf(wordAt(tokens, sentence, at)))
  addWordCue(cues, kinds.opensTwo, wordId(`${first} ${second}`), role)
  addWordCue(cues, kinds.item, wordId(mention.noun.item), role)
  for (let at = sentence.from; at < sentence.to; at += 1)
    addWordCue(cues, kinds.sentence, wordAt(tokens, sentence, at), role)
  return cues
}
