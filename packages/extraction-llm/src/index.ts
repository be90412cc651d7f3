export { createLlmReader, type LlmReader, type LlmReading } from './create-llm-reader.ts'
export type { LlmSettings } from './llm-settings.ts'
