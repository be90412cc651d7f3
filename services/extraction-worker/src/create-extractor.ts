import type { Extraction, Extractor } from '@muster/claims'
import { extractClaims, extractorVersion } from '@muster/extraction'
import { createLlmReader, type LlmReader } from '@muster/extraction-llm'
import { ConfigurationError, type Logger } from '@muster/runtime'
import type { Config } from './config.ts'

const RULES: Extractor = { version: extractorVersion, extract: extractClaims }

/** The extractor that EXTRACTOR names: the rules, or a language model that falls back on them. Throws ConfigurationError. */
export function createExtractor(config: Config, logger: Logger): Extractor {
  if (config.EXTRACTOR === 'rules') return RULES
  const { LLM_URL: url, LLM_KEY: key, LLM_MODEL: model } = config
  if (!url || !key || !model)
    throw new ConfigurationError('EXTRACTOR=llm needs LLM_URL, LLM_KEY and LLM_MODEL')
  const reader = createLlmReader({
    provider: config.LLM_PROVIDER,
    url,
    key,
    model,
    timeoutMs: config.LLM_TIMEOUT_MS,
    attempts: config.LLM_ATTEMPTS,
    requestsPerHour: config.LLM_REQUESTS_PER_HOUR,
    tokensPerHour: config.LLM_TOKENS_PER_HOUR,
  })
  return { version: reader.identity, extract: (article) => readOrFallBack(reader, article, logger) }
}

/** What the model does not read is read by the rules, and says so in its events. */
async function readOrFallBack(
  reader: LlmReader,
  article: Parameters<Extractor['extract']>[0],
  logger: Logger,
): Promise<Extraction> {
  const reading = await reader.read(article.text, new Date())
  if (reading.kind === 'read') {
    const { claims, dropped } = reading
    return { claims, version: reader.identity, notes: { dropped } }
  }
  logger.warn({ articleId: article.id, model: reader.identity, ...reading }, 'model gave no reading')
  const notes = { insteadOf: reader.identity, because: reading.kind }
  return { claims: extractClaims(article), version: extractorVersion, notes }
}
