import { parseEnvironment, serviceSettings } from '@muster/runtime'
import { type Static, Type } from 'typebox'

const schema = Type.Object({
  DATABASE_URL: Type.Optional(serviceSettings.DATABASE_URL),
  REDIS_URL: serviceSettings.REDIS_URL,
  LOG_LEVEL: serviceSettings.LOG_LEVEL,
  MUSTER_HOME: Type.String({
    default: '.muster',
    description: 'the folder that keeps everything, as in .muster',
  }),
  MUSTER_SAMPLES: Type.Enum(['on', 'off'], {
    default: 'on',
    description: 'on, or off to start without the sample articles',
  }),
  // All that runs here is on the loopback: the sample feed, and receivers of alerts one tries out.
  OUTBOUND_ALLOW: Type.String({
    default: '127.0.0.0/8,::1/128',
    description: 'networks besides the public ones that may be connected to, as in 10.2.0.0/16',
  }),
  PORT: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 65_535,
      description: 'the port of the API, a number from 1 to 65535',
    }),
  ),
})

export type UpConfig = Static<typeof schema>

/** Reads the configuration of `muster up`. Throws ConfigurationError. */
export const readUpConfig = (environment: NodeJS.ProcessEnv): UpConfig =>
  parseEnvironment(schema, environment)
