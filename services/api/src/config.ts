import { integer, parseEnvironment, serviceSettings, text, type Values } from '@muster/runtime'
import * as v from 'valibot'

const settings = {
  ...serviceSettings,
  HOST: v.optional(
    text({
      pattern: /^[0-9A-Za-z.:-]+$/,
      wanted: 'the address to listen on, as in 127.0.0.1, or 0.0.0.0 for every network of the machine',
    }),
    '127.0.0.1',
  ),
  PORT: v.optional(
    integer({
      min: 0,
      max: 65_535,
      wanted: 'the port to listen on, a number from 1 to 65535, or 0 for a free one',
    }),
    '4000',
  ),
}

export type Config = Values<typeof settings>

/** Reads the configuration of the API. Throws ConfigurationError. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => parseEnvironment(settings, environment)
