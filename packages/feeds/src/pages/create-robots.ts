import type { HttpClient } from '@muster/runtime'
import { DomainBusyError } from '../domains/domain-busy-error.ts'
import type { Turn } from '../domains/take-turn.ts'
import { domainOf } from '../fetching/domain-of.ts'
import { type Failure, failureOfStatus, type Pause } from '../fetching/failure-of.ts'
import { type FetchReply, fetchUrl } from '../fetching/fetch-url.ts'
import { readRetryAfter } from '../fetching/read-retry-after.ts'
import type { PageReader } from './create-page-reader.ts'
import { RobotsRefusalError } from './robots-refusal-error.ts'

/** Knows what the robots.txt of hosts allow, each asked for once a day at most. */
export type Robots = {
  /**
   * Returns where an address may be asked for. Throws RobotsRefusalError where it may not, once with the pause that was
   * asked for instead of rules, and DomainBusyError after asking for the rules themselves: the page is asked for in
   * the next turn.
   */
  check(url: URL, turn: Turn): Promise<void>
}

type RobotsOptions = {
  http: HttpClient
  reader: PageReader
  userAgent: string
  clock: () => Date
  spacingMs: number
}

type Rules = { kind: 'rules'; text: string } | { kind: 'unreachable'; failure: Failure; pause?: Pause }
type Known = { rules: Rules; until: number }

/** RFC 9309 wants rules asked for again within a day, and 500 KiB of them read. */
const FRESH_MS = 24 * 3600 * 1000
const MAX_BYTES = 500 * 1024
/** So that a page can wait for a server that is away for a moment. */
const UNREACHABLE_MS = 5 * 60 * 1000
/** Some kilobytes each. */
const MOST_HOSTS = 5_000

/** Creates the memory of one process. It is kept there alone: another process asks once more. */
export function createRobots(options: RobotsOptions): Robots {
  const known = new Map<string, Known>()
  const { reader, userAgent, clock } = options
  return {
    async check(url, turn) {
      const found = known.get(url.origin)
      const now = clock().getTime()
      if (!found || found.until <= now) {
        const rules = await askForRules(options, url, turn)
        known.delete(url.origin)
        known.set(url.origin, { rules, until: now + freshFor(rules, now) })
        if (known.size > MOST_HOSTS) known.delete(known.keys().next().value ?? '')
        if (rules.kind === 'unreachable' && rules.pause) {
          throw new RobotsRefusalError({ ...rules.failure, pause: rules.pause })
        }
        throw new DomainBusyError(domainOf(url.href).name, new Date(clock().getTime() + options.spacingMs))
      }
      if (found.rules.kind === 'unreachable') throw new RobotsRefusalError(found.rules.failure)
      const { text } = found.rules
      const isAllowed = text === '' || (await reader.allows(robotsUrlOf(url), text, url.href, userAgent))
      if (!isAllowed) throw new RobotsRefusalError(DISALLOWED)
    },
  }
}

/** What is unreachable is asked again soon, or when the pause is over that it asked for. */
function freshFor(rules: Rules, now: number): number {
  if (rules.kind === 'rules') return FRESH_MS
  return rules.pause?.retryAt ? rules.pause.retryAt.getTime() - now : UNREACHABLE_MS
}

const DISALLOWED: Failure = {
  reason: 'robots-disallow',
  class: 'hard',
  detail: 'robots-disallow: robots.txt forbids it',
}

const robotsUrlOf = (url: URL): string => `${url.origin}/robots.txt`

async function askForRules({ http, clock }: RobotsOptions, url: URL, turn: Turn): Promise<Rules> {
  const reply = await fetchUrl(http, robotsUrlOf(url), { beforeRedirect: turn.beforeRedirect })
  if (reply.kind === 'busy') throw new DomainBusyError(reply.domain, reply.freeAt)
  return rulesOf(reply, clock())
}

/** As RFC 9309 has it: where there are none everything is allowed; where the server fails, nothing. */
function rulesOf(reply: Exclude<FetchReply, { kind: 'busy' }>, now: Date): Rules {
  if (reply.kind === 'failed') return unreachable(reply)
  const { status, headers, body, url } = reply
  // 429 is no answer about rules: it asks for a pause.
  if (status === 429 || status === 503) {
    const retryAt = readRetryAfter(headers.get('retry-after'), now)
    return {
      ...unreachable({ ...failureOfStatus(status), class: 'temporary' }),
      pause: { status, retryAt, url },
    }
  }
  if (status >= 500) return unreachable(failureOfStatus(status))
  const isFound = status >= 200 && status < 300
  return { kind: 'rules', text: isFound ? body.subarray(0, MAX_BYTES).toString('utf8') : '' }
}

function unreachable({ reason, class: kind, detail }: Failure): Extract<Rules, { kind: 'unreachable' }> {
  const failure = { reason: `robots-${reason}`, class: kind, detail: `robots.txt: ${detail}` }
  return { kind: 'unreachable', failure }
}
