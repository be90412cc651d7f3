import type { Mention } from '../mentions/mention.ts'
import type { Document } from '../text/document.ts'
import type { Listed } from './choose-trigger.ts'
import { type ActorCounts, countActors } from './count-actors.ts'
import { listMentions } from './list-mentions.ts'
import { readSentence, type SentenceReading } from './read-sentence.ts'
import { type CreditedSentence, readQuotes, readSources } from './read-sources.ts'

/** Everything read of an article before its claims are put together. */
export type ArticleReading = {
  document: Document
  listed: Listed[]
  mentions: readonly Mention[]
  sentences: ReadonlyMap<number, SentenceReading>
  counts: ActorCounts
  sources: readonly CreditedSentence[]
  quoted: readonly boolean[]
}

/** Reads the sentences that hold mentions and those right before them, and who speaks where. */
export function readArticle(document: Document, mentions: readonly Mention[]): ArticleReading {
  const sentences = new Map<number, SentenceReading>()
  for (const { sentence } of mentions) {
    for (const index of [sentence - 1, sentence]) {
      const found = document.sentences[index]
      if (found && !sentences.has(index)) sentences.set(index, readSentence(document, found))
    }
  }
  const last = (mentions.at(-1)?.sentence ?? 0) + 5
  return {
    document,
    mentions,
    listed: listBySentence(document, mentions),
    sentences,
    counts: countActors(document),
    sources: readSources(document, last),
    quoted: readQuotes(document),
  }
}

function listBySentence(document: Document, mentions: readonly Mention[]): Listed[] {
  const groups = new Map<number, Mention[]>()
  for (const mention of mentions)
    groups.set(mention.sentence, [...(groups.get(mention.sentence) ?? []), mention])
  return [...groups.values()].flatMap((group) => listMentions(document.tokens, group))
}
