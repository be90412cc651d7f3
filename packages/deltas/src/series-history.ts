import { type Claim, type ClaimCause, causeOf, findTopicHistory } from '@muster/claims'
import { type Basis, type EstimateChange, foldChange, openTopicBook, type Series } from '@muster/estimates'
import { findRecordingTimes } from '@muster/event-store'
import type { Db } from '@muster/postgres'
import type { DeltaKind } from './delta.ts'
import { kindOfChange } from './kind-of-change.ts'

/** One change of an estimate with its cause. `kind` is null for what is no delta, as a repeat or a further outlet. */
export type HistoryEntry = EstimateChange & {
  position: number
  recordedAt: Date
  kind: DeltaKind | null
  cause: ClaimCause
  claim: Claim
}

type Step = { position: number; before: Claim | null; after: Claim | null }

/** Which part of a history: the changes after a position (0: from the first), at most `limit`. */
export type HistoryPage = { after: number; limit: number }

/** Every change of an estimate or outlook since the first claim, by the fold that makes the projection. */
export async function seriesHistory(
  db: Db,
  series: Series & { basis: Basis },
  { after, limit }: HistoryPage,
): Promise<HistoryEntry[]> {
  const book = openTopicBook([])
  const entries: Omit<HistoryEntry, 'recordedAt'>[] = []
  for (const step of stepsOf(await findTopicHistory(db, series.topic))) {
    const ofTopic = (claim: Claim | null) => (claim?.topic === series.topic ? claim : null)
    const difference = { before: ofTopic(step.before), after: ofTopic(step.after) }
    const change = foldChange(book, difference).find(
      ({ place, basis }) => place === series.place && basis === series.basis,
    )
    if (change && step.position > after) entries.push(toEntry(step, change))
    if (entries.length === limit) break
  }
  const times = await findRecordingTimes(
    db,
    entries.map(({ position }) => position),
  )
  const timeOf = new Map(times.map(({ position, recordedAt }) => [position, recordedAt]))
  return entries.map((entry) => ({
    ...entry,
    recordedAt: timeOf.get(entry.position) ?? entry.claim.recordedAt,
  }))
}

/** What became of a topic's claims, in the order of the log, from what each said from when to when. */
function stepsOf(versions: Claim[]): Step[] {
  const steps = new Map<string, Step>()
  const at = (position: number, { id }: Claim): Step => {
    const key = `${position} ${id}`
    const step = steps.get(key) ?? { position, before: null, after: null }
    steps.set(key, step)
    return step
  }
  for (const version of versions) {
    at(version.fromPosition, version).after = version
    if (version.untilPosition !== null) at(version.untilPosition, version).before = version
  }
  return [...steps.values()].sort((a, b) => a.position - b.position)
}

function toEntry(step: Step, change: EstimateChange): Omit<HistoryEntry, 'recordedAt'> {
  const { position, before, after } = step
  const claim = (after ?? before) as Claim
  return { ...change, position, kind: kindOfChange(change), cause: causeOf(step), claim }
}
