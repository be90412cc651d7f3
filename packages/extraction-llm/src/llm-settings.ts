/** Where a language model is, and what it may cost. */
export type LlmSettings = {
  provider: 'openai' | 'anthropic'
  /** The address before `/chat/completions` (OpenAI-compatible) or `/messages` (Anthropic). */
  url: string
  key: string
  model: string
  timeoutMs: number
  /** How often a request is tried that meets 429, 5xx, a time-out or no answer. */
  attempts: number
  requestsPerHour: number
  tokensPerHour: number
}
