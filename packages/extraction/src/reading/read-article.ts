import type { SourceIdentity } from '../fields/identify-source.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Document } from '../text/document.ts'
import type { Listed } from './choose-trigger.ts'
import { type ActorCounts, countActors } from './count-actors.ts'
import { findActors, settleShared } from './find-actors.ts'
import { findLeadIn } from './find-lead-in.ts'
import { findTopic, type Topic } from './find-topic.ts'
import { listMentions } from './list-mentions.ts'
import { readQuotes } from './read-quotes.ts'
import { readSentence, type SentenceReading } from './read-sentence.ts'
import { type CreditedSentence, readSources } from './read-sources.ts'

/** Everything read of an article before its claims are put together. */
export type ArticleReading = {
  document: Document
  listed: Listed[]
  mentions: readonly Mention[]
  /** The mentions of each sentence. */
  mentionsOf: ReadonlyMap<number, readonly Mention[]>
  sentences: ReadonlyMap<number, SentenceReading>
  counts: ActorCounts
  topic: Topic
  sources: readonly CreditedSentence[]
  quoted: readonly boolean[]
  /** Sources identified so far, for those that are credited again and again. */
  identities: Map<string, SourceIdentity>
}

/** Reads the sentences that hold mentions and those right before them, and who speaks where. */
export function readArticle(document: Document, mentions: readonly Mention[]): ArticleReading {
  const actors = settleShared(
    findActors(document.tokens, { from: 0, to: document.tokens.length, paragraph: 0 }),
  )
  const counts = countActors(document, actors)
  const topic = findTopic(document, counts, actors)
  const sentences = new Map<number, SentenceReading>()
  for (const { sentence } of mentions) {
    for (const index of [sentence - 1, sentence, findLeadIn(document, sentence) ?? sentence]) {
      const found = document.sentences[index]
      if (found && !sentences.has(index)) sentences.set(index, readSentence(document, found, actors, topic))
    }
  }
  const last = (mentions.at(-1)?.sentence ?? 0) + 5
  const quoted = readQuotes(document)
  const mentionsOf = groupBySentence(mentions)
  return {
    document,
    mentions,
    mentionsOf,
    listed: listBySentence(document, mentionsOf),
    sentences,
    counts,
    topic,
    sources: readSources(document, quoted, last),
    quoted,
    identities: new Map(),
  }
}

function listBySentence({ tokens }: Document, mentionsOf: ReadonlyMap<number, readonly Mention[]>): Listed[] {
  const listed: Listed[] = []
  for (const group of mentionsOf.values()) listed.push(...listMentions(tokens, group))
  return listed
}

function groupBySentence(mentions: readonly Mention[]): Map<number, Mention[]> {
  const groups = new Map<number, Mention[]>()
  for (const mention of mentions) {
    const group = groups.get(mention.sentence)
    if (group) group.push(mention)
    else groups.set(mention.sentence, [mention])
  }
  return groups
}
