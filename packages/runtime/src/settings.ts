import * as v from 'valibot'
import { createNetworkAllowance } from './http/network-allowance.ts'

/** What a setting's error message says is wanted, as in `a number from 1 to 100`. */
type Wanted = { wanted: string; secret?: boolean }

/** Marks a setting whose value is never repeated in a message. */
const SECRET = { secret: true }

/** A setting that is text, of a pattern if one is given. */
export const text = ({ wanted, pattern = /^/, secret = false }: Wanted & { pattern?: RegExp }) =>
  v.pipe(v.string(), v.regex(pattern), v.description(wanted), v.metadata(secret ? SECRET : {}))

/** A setting that is the address of a server, of one of some schemes; it may hold a password. */
export const address = ({ wanted, pattern }: Wanted & { pattern: RegExp }) =>
  v.pipe(
    v.string(),
    v.regex(pattern),
    v.check((url) => URL.canParse(url)),
    v.description(wanted),
    v.metadata(SECRET),
  )

/** A setting that is a whole number within bounds. */
export const integer = ({ wanted, min, max }: Wanted & { min: number; max: number }) =>
  v.pipe(
    v.string(),
    v.regex(/^\d+$/),
    v.transform(Number),
    v.minValue(min),
    v.maxValue(max),
    v.description(wanted),
  )

/** A setting that is one of some words. */
export const choice = <const T extends string>(words: readonly T[]) =>
  v.pipe(v.picklist(words), v.description(`one of ${words.join(', ')}`))

const logLevel = choice(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])

/** The settings that every service has; a service's config.ts adds its own. */
export const serviceSettings = {
  DATABASE_URL: address({
    pattern: /^postgres(ql)?:\/\//,
    wanted: 'the address of a PostgreSQL database, as in postgres://user:password@host:5432/muster',
  }),
  REDIS_URL: v.optional(
    address({
      pattern: /^rediss?:\/\//,
      wanted: 'the address of a Redis server, as in redis://host:6379; without it queues run in the database',
    }),
  ),
  LOG_LEVEL: v.optional(logLevel, 'info'),
}

/** Networks and hosts that requests to addresses which strangers choose may go to, besides the public ones. */
export const outboundAllow = v.pipe(
  v.string(),
  v.check(isNetworkList),
  v.description(
    'networks and hosts besides the public ones that may be connected to, as in 10.2.0.0/16,feeds.intranet.example',
  ),
)

/** The settings of services that have no HTTP of their own: where they answer GET /health, if anywhere. */
export const healthSettings = {
  HEALTH_HOST: v.optional(text({ wanted: 'the address to answer GET /health on' }), '127.0.0.1'),
  HEALTH_PORT: v.optional(
    integer({ min: 0, max: 65_535, wanted: 'the port to answer GET /health on, from 0 to 65535' }),
  ),
}

function isNetworkList(list: string): boolean {
  try {
    createNetworkAllowance(list)
    return true
  } catch {
    return false
  }
}
