import type { ExtractedClaim } from '../claim-schema.ts'
import { attribution } from '../lexicon/attribution.ts'
import type { Mention } from '../mentions/mention.ts'
import type { ArticleReading } from '../reading/read-article.ts'
import type { Sentence } from '../text/split-sentences.ts'
import { wordId, wordOf } from '../text/word-ids.ts'
import { addCue, addWordCue, type Cues, cueKind } from './cues.ts'
import type { Speaker } from './list-speakers.ts'
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

/** What speaks for or against one who may be credited with a claim. */
export function cuesOfSource(choice: SourceChoice, speaker: Speaker, role: string): Cues {
  const cues: Cues = []
  const { article, mention, rule, last } = choice
  const quoted = article.quoted[mention.from] === true ? 'quoted' : 'plain'
  const place = speaker.name === null ? placeOfNearest(choice) : placeOf(choice, speaker)
  addCue(cues, kinds.role, role)
  addCue(cues, kinds.place, role, place)
  addCue(cues, kinds.quoted, `${role} ${quoted}`, place)
  if (speaker.name === rule) addCue(cues, kinds.rule, role, place)
  if (last !== null && last.source === speaker.name)
    addCue(cues, kinds.last, role, `${place} ${lastGap(choice)}`)
  if (speaker.name !== null) addName(cues, choice, speaker, place)
  addOpening(cues, choice, `${role} ${place}`)
  return cues
}

/** How a speaker stands to the rules' answer. */
export function roleOf({ rule }: SourceChoice, { name }: Speaker): string {
  if (name === null) return rule === null ? 'nobody as ruled' : 'nobody'
  return name === rule ? 'ruled' : rule === null ? 'against nobody' : 'against another'
}

/** Where a speaker stands: in the sentence, so many sentences back or on, in the paragraph or not. */
function placeOf({ article, mention }: SourceChoice, { credit, sentence }: Speaker): string {
  if (credit === null) return 'elsewhere'
  const gap = sentence - mention.sentence
  if (gap === 0) return `${credit.at < mention.from ? 'before' : 'after'} ${credit.scope}`
  const { sentences } = article.document
  const together = sentences[sentence]?.paragraph === sentences[mention.sentence]?.paragraph
  return `${gap} ${together ? 'same paragraph' : 'other paragraph'}`
}

/** For the article's own voice it counts how near anyone else speaks. */
function placeOfNearest(choice: SourceChoice): string {
  const nearest = choice.speakers.find(({ credit }) => credit !== null)
  return nearest === undefined ? 'alone' : placeOf(choice, nearest)
}

function lastGap({ article, mention }: SourceChoice): string {
  const before = article.mentions.findLast(({ from }) => from < mention.from)
  return before === undefined ? '-' : String(Math.min(3, mention.sentence - before.sentence))
}

function addName(cues: Cues, { article, speakers }: SourceChoice, speaker: Speaker, place: string): void {
  const { name, credit } = speaker
  const isOutlet = attribution.outlets.includes(name ?? '')
  addCue(cues, kinds.outlet, String(isOutlet), place)
  for (const word of (name ?? '').toLowerCase().split(/\s+/)) addCue(cues, kinds.named, word)
  addCue(cues, kinds.speakers, String(Math.min(4, speakers.length)), place)
  if (credit === null) return
  const { tokens, sentences } = article.document
  const sentence = sentences[speaker.sentence] as Sentence
  const verb = wordAt(tokens, sentence, credit.at)
  addWordCue(cues, kinds.says, verb, wordId(place))
  addWordCue(cues, kinds.says, verb)
}

function addOpening(cues: Cues, { article, mention }: SourceChoice, place: string): void {
  const { tokens, sentences } = article.document
  const sentence = sentences[mention.sentence] as Sentence
  const first = wordAt(tokens, sentence, sentence.from)
  addWordCue(cues, kinds.opens, first, wordId(place))
  const opensParagraph = sentences[mention.sentence - 1]?.paragraph !== sentence.paragraph
  addCue(cues, kinds.paragraph, opensParagraph ? 'opens' : 'goes on', place)
  addCue(cues, kinds.line, String(Math.min(4, mention.sentence)), place)
  addCue(cues, kinds.unit, mention.noun.unit, place)
  addCue(cues, kinds.table, String(mention.table), place)
  addCue(cues, kinds.head, mention.head === null ? 'none' : mention.share ? 'share' : 'some', place)
}

/** What speaks for or against all who stand so to the rules' answer. */
export function cuesOfRole({ article, mention }: SourceChoice, role: string): Cues {
  const cues: Cues = []
  const { tokens, sentences } = article.document
  const sentence = sentences[mention.sentence] as Sentence
  const [first, second] = [sentence.from, sentence.from + 1].map((at) => wordOf(wordAt(tokens, sentence, at)))
  addCue(cues, kinds.opensTwo, `${first} ${second}`, role)
  addCue(cues, kinds.item, mention.noun.item, role)
  const roleId = wordId(role)
  for (let at = sentence.from; at < sentence.to; at += 1)
    addWordCue(cues, kinds.sentence, wordAt(tokens, sentence, at), roleId)
  return cues
}
