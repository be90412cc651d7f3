import { parseEnvironment, serviceSettings } from '@muster/runtime'
import { type Static, Type } from 'typebox'

const schema = Type.Object({
  ...serviceSettings,
  HOST: Type.String({
    default: '127.0.0.1',
    pattern: '^[0-9A-Za-z.:-]+$',
    description: 'the address to listen on, as in 127.0.0.1, or 0.0.0.0 for every network of the machine',
  }),
  PORT: Type.Integer({
    default: 4000,
    minimum: 0,
    maximum: 65_535,
    description: 'the port to listen on, a number from 1 to 65535, or 0 for a free one',
  }),
})

export type Config = Static<typeof schema>

/** Reads the configuration of the API. Throws ConfigurationError. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => parseEnvironment(schema, environment)
