import {
  choice,
  healthSettings,
  integer,
  parseEnvironment,
  serviceSettings,
  text,
  type Values,
} from '@muster/runtime'
import * as v from 'valibot'

const settings = {
  ...serviceSettings,
  ...healthSettings,
  EXTRACTION_CONCURRENCY: v.optional(
    integer({ min: 1, max: 100, wanted: 'how many articles are under way at once, a number from 1 to 100' }),
    '4',
  ),
  /** A model costs money and seconds for each article, so it is asked only where the operator says so. */
  EXTRACTOR: v.optional(choice(['rules', 'llm']), 'rules'),
  LLM_PROVIDER: v.optional(choice(['openai', 'anthropic']), 'openai'),
  LLM_URL: v.optional(
    text({
      pattern: /^https?:\/\/.*[^/]$/,
      wanted: 'the address of a model, as in https://models.example/v1',
    }),
  ),
  LLM_KEY: v.optional(text({ wanted: 'the key of the model', secret: true })),
  LLM_MODEL: v.optional(text({ pattern: /./, wanted: 'the name of the model' })),
  LLM_TIMEOUT_MS: v.optional(
    integer({ min: 100, max: 600_000, wanted: 'how long a model may take, from 100 to 600000 milliseconds' }),
    '60000',
  ),
  LLM_ATTEMPTS: v.optional(
    integer({ min: 1, max: 10, wanted: 'how often a request is tried, a number from 1 to 10' }),
    '3',
  ),
  LLM_REQUESTS_PER_HOUR: v.optional(
    integer({ min: 0, max: 1_000_000, wanted: 'how many articles a model may be asked of in an hour' }),
    '100',
  ),
  LLM_TOKENS_PER_HOUR: v.optional(
    integer({ min: 0, max: 1_000_000_000, wanted: 'how many tokens may be spent in an hour, by estimate' }),
    '300000',
  ),
}

export type Config = Values<typeof settings>

/** Reads the configuration of the extraction worker. Throws ConfigurationError. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => parseEnvironment(settings, environment)
