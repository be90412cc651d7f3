import { askModel, type ModelReply } from './ask-model.ts'
import { type CheckedAnswer, claimsOfAnswer } from './claims-of-answer.ts'
import { createBudget } from './create-budget.ts'
import type { LlmSettings } from './llm-settings.ts'
import { prompt, promptVersion } from './prompt.ts'

/** What a model read in a text, or why nothing was read. */
export type LlmReading =
  | ({ kind: 'read' } & CheckedAnswer)
  | { kind: 'budget-spent' }
  | Exclude<ModelReply, { kind: 'answered' }>

/** Reads texts by a language model. */
export type LlmReader = {
  /** Provider, model and version of the prompt: the same for all that is asked in the same way. */
  identity: string
  read(text: string, now: Date): Promise<LlmReading>
}

/** English has about four characters a token, and an answer is about as long as what it is about. */
const TOKENS_A_CHARACTER = 0.5

/** A reader of texts by a language model, within its budget. */
export function createLlmReader(settings: LlmSettings): LlmReader {
  const budget = createBudget(settings)
  return {
    identity: `llm:${settings.provider}:${settings.model}:prompt-${promptVersion}`,
    async read(text, now) {
      const tokens = Math.ceil((text.length + prompt.length) * TOKENS_A_CHARACTER)
      if (!budget.take(tokens, now)) return { kind: 'budget-spent' }
      const reply = await askModel(settings, text)
      if (reply.kind !== 'answered') return reply
      const checked = claimsOfAnswer(reply.answer, text)
      return checked
        ? { kind: 'read', ...checked }
        : { kind: 'malformed', detail: 'the answer is not of the schema' }
    },
  }
}
