import { setTimeout as delay } from 'node:timers/promises'
import type { Db } from '@muster/postgres'
import type { Reporter } from './reporter.ts'
import { countProgress, type ReadingProgress } from './store.ts'

export type SamplesOutcome = { kind: 'through' } | { kind: 'late'; missing: string }

/** Waits, showing how far they are, until the articles of the sample feed are read and every estimate is up to date. */
export async function waitForSamples(
  db: Db,
  { feedId, expected, patience }: { feedId: string; expected: number; patience: number },
  reporter: Reporter,
  signal: AbortSignal,
): Promise<SamplesOutcome> {
  const deadline = Date.now() + patience
  for (;;) {
    const progress = await countProgress(db, feedId)
    reporter.progress(`articles ${progress.extracted}/${expected} read, claims ${progress.claims}`)
    if (progress.extracted >= expected && progress.behind === 0) return { kind: 'through' }
    if (Date.now() > deadline) return { kind: 'late', missing: missingFrom(progress, expected) }
    await delay(200, undefined, { signal })
  }
}

function missingFrom({ captured, extracted, behind }: ReadingProgress, expected: number): string {
  if (captured < expected) return `the feed poller has taken ${captured} of ${expected} articles`
  if (extracted < expected) return `the extraction worker has read ${extracted} of ${expected} articles`
  return `the projector is ${behind} events behind the log`
}
