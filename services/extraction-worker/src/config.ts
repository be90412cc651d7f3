import { healthSettings, parseEnvironment, serviceSettings } from '@muster/runtime'
import { type Static, Type } from 'typebox'

const schema = Type.Object({
  ...serviceSettings,
  ...healthSettings,
  EXTRACTION_CONCURRENCY: Type.Integer({
    default: 4,
    minimum: 1,
    maximum: 100,
    description: 'how many articles are under way at once, a number from 1 to 100',
  }),
})

export type Config = Static<typeof schema>

/** Reads the configuration of the extraction worker. Throws ConfigurationError. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => parseEnvironment(schema, environment)
