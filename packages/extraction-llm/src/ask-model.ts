import { setTimeout as wait } from 'node:timers/promises'
import { request } from 'undici'
import * as v from 'valibot'
import type { LlmSettings } from './llm-settings.ts'
import { answerSchema, prompt } from './prompt.ts'

/** What came of asking: the JSON value that the model answered, or why there is none. */
export type ModelReply =
  | { kind: 'answered'; answer: unknown }
  | { kind: 'refused' | 'malformed' | 'too-large' | 'unavailable'; detail: string }

const MOST_BYTES = 1_000_000
const MOST_TOKENS = 8_000
const FIRST_PAUSE_MS = 500
const OpenAi = v.object({
  choices: v.tupleWithRest([v.object({ message: v.object({ content: v.string() }) })], v.unknown()),
})
const Anthropic = v.object({
  content: v.array(
    v.union([v.object({ type: v.literal('tool_use'), input: v.unknown() }), v.object({ type: v.string() })]),
  ),
})

/**
 * Asks a model for the claims of a text, once more after 429, 5xx, a time-out or a broken connection, with
 * doubling pauses; other refusals are final.
 */
export async function askModel(settings: LlmSettings, text: string): Promise<ModelReply> {
  let reply = await askOnce(settings, text)
  for (let attempt = 1; attempt < settings.attempts && reply.kind === 'unavailable'; attempt += 1) {
    await wait(FIRST_PAUSE_MS * 2 ** (attempt - 1))
    reply = await askOnce(settings, text)
  }
  return reply
}

async function askOnce(settings: LlmSettings, text: string): Promise<ModelReply> {
  const { path, headers, body } =
    settings.provider === 'openai' ? toOpenAi(settings, text) : toAnthropic(settings, text)
  try {
    const response = await request(`${settings.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(settings.timeoutMs),
    })
    const { statusCode } = response
    const written = await readLimited(response.body)
    if (statusCode === 429 || statusCode >= 500)
      return { kind: 'unavailable', detail: `status ${statusCode}` }
    if (statusCode !== 200) return { kind: 'refused', detail: `status ${statusCode}` }
    if (written === null) return { kind: 'too-large', detail: `over ${MOST_BYTES} bytes` }
    return readReply(settings, written)
  } catch (error) {
    // No network, no answer in time: expected of anything far away.
    return { kind: 'unavailable', detail: error instanceof Error ? error.message : String(error) }
  }
}

async function readLimited(body: AsyncIterable<Buffer>): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > MOST_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function readReply({ provider }: LlmSettings, written: string): ModelReply {
  const value = parseJson(written)
  if (provider === 'openai' && v.is(OpenAi, value)) {
    const answer = parseJson(value.choices[0].message.content)
    return answer === undefined
      ? { kind: 'malformed', detail: 'the answer is no JSON' }
      : { kind: 'answered', answer }
  }
  if (provider === 'anthropic' && v.is(Anthropic, value)) {
    const used = value.content.find((part) => part.type === 'tool_use')
    if (used && 'input' in used) return { kind: 'answered', answer: used.input }
  }
  return { kind: 'malformed', detail: 'no answer in the reply' }
}

function parseJson(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    // A model that writes no JSON is an expected outcome.
    return undefined
  }
}

function toOpenAi({ key, model }: LlmSettings, text: string) {
  return {
    path: '/chat/completions',
    headers: { authorization: `Bearer ${key}` },
    body: {
      model,
      temperature: 0,
      max_tokens: MOST_TOKENS,
      messages: [
        { role: 'system', content: prompt },
        { role: 'user', content: text },
      ],
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'claims', strict: true, schema: answerSchema },
      },
    },
  }
}

function toAnthropic({ key, model }: LlmSettings, text: string) {
  return {
    path: '/messages',
    headers: { 'x-api-key': key, 'anthropic-version': '2023-06-01' },
    body: {
      model,
      temperature: 0,
      max_tokens: MOST_TOKENS,
      system: prompt,
      messages: [{ role: 'user', content: text }],
      tools: [{ name: 'claims', description: 'The counts of the text.', input_schema: answerSchema }],
      tool_choice: { type: 'tool', name: 'claims' },
    },
  }
}
