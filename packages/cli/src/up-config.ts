import {
  choice,
  integer,
  outboundAllow,
  parseEnvironment,
  serviceSettings,
  text,
  type Values,
} from '@muster/runtime'
import * as v from 'valibot'

const settings = {
  ...serviceSettings,
  DATABASE_URL: v.optional(serviceSettings.DATABASE_URL),
  MUSTER_HOME: v.optional(text({ wanted: 'the folder that keeps everything, as in .muster' }), '.muster'),
  MUSTER_SAMPLES: v.optional(choice(['on', 'off']), 'on'),
  // All that runs here is on the loopback: the sample feed, and receivers of alerts one tries out.
  OUTBOUND_ALLOW: v.optional(outboundAllow, '127.0.0.0/8,::1/128'),
  PORT: v.optional(integer({ min: 1, max: 65_535, wanted: 'the port of the API, a number from 1 to 65535' })),
}

export type UpConfig = Values<typeof settings>

/** Reads the configuration of `muster up`. Throws ConfigurationError. */
export const readUpConfig = (environment: NodeJS.ProcessEnv): UpConfig =>
  parseEnvironment(settings, environment)
