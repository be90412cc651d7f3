import type { ExtractedClaim, Predicate, Unit } from '../claim-schema.ts'
import type { MentionContext } from '../fields/mention-context.ts'
import { wordClass } from '../lexicon/word-classes.ts'
import type { Mention } from '../mentions/mention.ts'
import type { ActorCounts } from '../reading/count-actors.ts'
import type { Topic } from '../reading/find-topic.ts'
import type { SentenceReading } from '../reading/read-sentence.ts'
import type { Credit } from '../reading/read-sources.ts'
import type { Document } from '../text/document.ts'

/** The claim before, for lists and left-out nouns. */
export type LastClaim = {
  actor: string | null
  predicate: Predicate
  unit: Unit
  item: string
  sentence: number
  to: number
  listed: boolean
}

/** What the actor of a mention may be found from, beyond its sentence. */
export type ActorContext = MentionContext & {
  document: Document
  predicate: Predicate
  counts: ActorCounts
  /** Whom the article is about. */
  topic: Topic
  /** The other counts of the sentence, whose names are no subjects. */
  mentions: readonly Mention[]
  /** Who is credited in the sentence: the one who speaks seldom acts. */
  credits: readonly Credit[]
  /** The subject of the sentence before, for "it" and "they". */
  subjectBefore: string | null
  last: LastClaim | null
  /** All claims so far: what was said of the same matter before. */
  earlier: readonly Pick<ExtractedClaim, 'actor' | 'predicate' | 'unit'>[]
  /** The sentence before. */
  before: SentenceReading | null
  /** The state or group of the speaker, for "we" and "our". */
  speaker: string | null
}

/** What happens to people and weapons at the hands of an enemy. */
export const hurt: ReadonlySet<Predicate> = new Set([
  'killed',
  'wounded',
  'captured',
  'casualties',
  'lost',
  'missing',
])

/** Nouns of those who serve a state; a group has fighters. */
export const regulars: ReadonlySet<string> = wordClass('regular').words
