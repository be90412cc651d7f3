import type { Status } from '../claim-schema.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'

const modalWords = wordClass('modal')
const neededWords = wordClass('needed')

/** "if …, that would make N": what hangs on a condition is only possible. */
export function isConditional({ tokens, reading, mention }: MentionContext, status: Status): boolean {
  const { from, to } = reading.sentence
  const next = tokens[mention.to]?.lower === 'if' ? mention.to : -1
  for (let at = from; at < Math.min(to, mention.to + 8); at += 1) {
    // "to deter and, if necessary, to defend" speaks of something else.
    if ((tokens[at] as Token).lower !== 'if' || isAside(tokens, at)) continue
    const needed = isOneOf(tokens[at + 1], neededWords)
    if ((needed && tokens[at - 1]?.lower !== 'and') || at === next) return true
    if (at < mention.from && hangsOn(tokens, at, mention.from, status)) return true
  }
  return (
    (tokens[from]?.lower === 'that' || tokens[from]?.lower === 'this') && tokens[from + 1]?.lower === 'would'
  )
}

function isAside(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === 'and' || (tokens[at - 1]?.text === ',' && tokens[at - 2]?.lower === 'and')
}

/** Inside the if-clause, or in its main clause when that looks ahead. */
function hangsOn(tokens: readonly Token[], from: number, to: number, status: Status): boolean {
  const words = tokens.slice(from, to).map((token) => token.lower)
  if (words.some((word) => word === 'but' || word === ';' || word === 'while')) return false
  return status === 'expected' || !words.includes(',') || words.some((word) => modalWords.words.has(word))
}
