import { healthSettings, outboundAllow, parseEnvironment, serviceSettings } from '@muster/runtime'
import { type Static, Type } from 'typebox'

const schema = Type.Object({
  ...serviceSettings,
  ...healthSettings,
  OUTBOUND_ALLOW: outboundAllow,
  POLL_CONCURRENCY: Type.Integer({
    default: 8,
    minimum: 1,
    maximum: 1000,
    description: 'how many feeds are polled at once, a number from 1 to 1000',
  }),
})

export type Config = Static<typeof schema>

/** Reads the configuration of the feed poller. Throws ConfigurationError. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => parseEnvironment(schema, environment)
