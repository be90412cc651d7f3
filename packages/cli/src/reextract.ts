import { type ReextractProgress, reextract as reextractArticles } from '@muster/deltas'
import { extractClaims, extractorVersion } from '@muster/extraction'
import { connectDatabase } from '@muster/postgres'
import { createLogger, parseEnvironment, serviceSettings } from '@muster/runtime'
import { InvalidArgumentError } from 'commander'
import { readDay } from './read-day.ts'
import { reextractionReport } from './reextraction-report.ts'

type Options = { extractor: string; since?: string; apply?: boolean; json?: boolean }

/** The extractors of this build, by version. */
const EXTRACTORS = { [extractorVersion]: extractClaims }

/** The command `reextract`: what reading the stored texts with an extractor of this build would change, or changes. */
export async function reextract({ extractor: version, since, apply, json }: Options): Promise<void> {
  const extractor = { version, extract: findExtractor(version) }
  const request = {
    since: since === undefined ? null : readDay(since),
    apply: apply ?? false,
    now: new Date(),
  }
  const { DATABASE_URL } = parseEnvironment({ DATABASE_URL: serviceSettings.DATABASE_URL }, process.env)
  const pool = await connectDatabase(DATABASE_URL, 'reextract', createLogger('reextract', 'warn'))
  try {
    const result = await reextractArticles(pool, extractor, request, progressTeller(Date.now()))
    process.stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : reextractionReport(result))
    if (result.faults.length > 0) process.exitCode = 1
  } finally {
    await pool.end()
  }
}

function findExtractor(version: string) {
  const extract = Object.hasOwn(EXTRACTORS, version) ? EXTRACTORS[version] : undefined
  if (extract) return extract
  const known = Object.keys(EXTRACTORS).join(', ')
  throw new InvalidArgumentError(`no extractor "${version}" in this build; it has ${known}`)
}

/** To the standard error, so that the standard output is the result alone. */
function progressTeller(startedAt: number) {
  return ({ articles, of }: ReextractProgress): void => {
    const rate = articles / Math.max(0.001, (Date.now() - startedAt) / 1000)
    const left = rate > 0 ? Math.ceil((of - articles) / rate) : 0
    process.stderr.write(
      `${articles} of ${of} articles, ${Math.round(rate)} a second, about ${left} s left\n`,
    )
  }
}
