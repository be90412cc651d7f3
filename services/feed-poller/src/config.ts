import {
  healthSettings,
  integer,
  outboundAllow,
  parseEnvironment,
  serviceSettings,
  type Values,
} from '@muster/runtime'
import * as v from 'valibot'

const settings = {
  ...serviceSettings,
  ...healthSettings,
  OUTBOUND_ALLOW: v.optional(outboundAllow, ''),
  POLL_CONCURRENCY: v.optional(
    integer({ min: 1, max: 1000, wanted: 'how many feeds are polled at once, a number from 1 to 1000' }),
    '8',
  ),
}

export type Config = Values<typeof settings>

/** Reads the configuration of the feed poller. Throws ConfigurationError. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => parseEnvironment(settings, environment)
