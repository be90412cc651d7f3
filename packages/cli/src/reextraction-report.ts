import type { ClaimDifference, Reextraction } from '@muster/deltas'
import Table from 'cli-table3'

type EstimateChange = Reextraction['estimates'][number]
type Estimate = NonNullable<EstimateChange['after']>

/** More would scroll away; `--json` has all. */
const MOST_ROWS = 50
const LONGEST = 50

/** What a re-extraction changes, for a person. */
export function reextractionReport(result: Reextraction): string {
  const { extractor, applied, articles, read, claims, estimates, faults } = result
  const count = (kind: ClaimDifference['kind']) => claims.filter((each) => each.kind === kind).length
  const counts = `${count('added')} claims added, ${count('lost')} lost, ${count('changed')} changed`
  const parts = [
    `${extractor}: ${read} of ${articles} articles read; ${counts}; ${estimates.length} estimates differ`,
    ...(claims.length > 0 ? [claimTable(claims)] : []),
    ...(estimates.length > 0 ? [estimateTable(estimates)] : []),
    ...faults.map(({ articleId, reason }) => `article ${articleId} was left out: ${reason}`),
    applied ? 'Applied as a replay: no alert is sent.' : 'Nothing was written; --apply does it.',
  ]
  return `${parts.join('\n')}\n`
}

function claimTable(claims: ClaimDifference[]): string {
  const rows = claims.map(({ kind, quote, before, after, claimId }) => [
    kind,
    shorten(`“${quote}”`),
    kind === 'changed' ? differences(before ?? {}, after ?? {}) : topicOf(before ?? after ?? {}),
    claimId,
  ])
  return table(['claim', 'quote', 'what', 'id'], rows)
}

function estimateTable(estimates: EstimateChange[]): string {
  const rows = estimates.map(({ topic, place, basis, before, after }) => [
    `${topic}@${place}`,
    basis,
    numbers(before),
    numbers(after),
  ])
  return table(['series', 'basis', 'before', 'after'], rows)
}

function table(head: string[], rows: string[][]): string {
  const shown = new Table({ head, style: { head: [], border: [], compact: true } })
  shown.push(...rows.slice(0, MOST_ROWS))
  const rest = rows.length - MOST_ROWS
  return rest > 0 ? `${shown.toString()}\nand ${rest} more; --json has all` : shown.toString()
}

const differences = (before: Record<string, unknown>, after: Record<string, unknown>): string =>
  Object.keys(after)
    .map((field) => `${field} ${JSON.stringify(before[field])} → ${JSON.stringify(after[field])}`)
    .join(', ')

const topicOf = ({ actor, item, predicate }: NonNullable<ClaimDifference['after']>): string =>
  `${actor ?? '?'}.${item}.${predicate}`

const numbers = (estimate: Estimate | null): string =>
  estimate === null ? '–' : `${estimate.low}–${estimate.best}–${estimate.high}`

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)
