import { healthSettings, integer, parseEnvironment, serviceSettings, type Values } from '@muster/runtime'
import * as v from 'valibot'

const settings = {
  ...serviceSettings,
  ...healthSettings,
  EXTRACTION_CONCURRENCY: v.optional(
    integer({ min: 1, max: 100, wanted: 'how many articles are under way at once, a number from 1 to 100' }),
    '4',
  ),
}

export type Config = Values<typeof settings>

/** Reads the configuration of the extraction worker. Throws ConfigurationError. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => parseEnvironment(settings, environment)
