import { createServer } from 'node:http'
import { inTime } from './in-time.ts'

export type HealthServer = { port: number; close(): Promise<void> }

// A lost Redis is waited for without end by its client, which is right for jobs and wrong for a probe.
const PATIENCE_MS = 2_000

/** What must work for a service to do its work; each check throws when it does not. */
export type HealthChecks = Record<string, () => Promise<unknown>>

/** What somebody should look at although the service works; each answers with what is wrong, or null. */
export type HealthAlarms = Record<string, () => Promise<string | null>>

/**
 * Answers GET /health: 200 when every check passes, 503 with what is wrong otherwise. For services that have no
 * HTTP of their own, so that an orchestrator can ask them. An alarm is told with 200: a restart would not mend it.
 */
export async function startHealthServer(
  host: string,
  port: number,
  checks: HealthChecks,
  alarms: HealthAlarms = {},
): Promise<HealthServer> {
  const server = createServer(async (request, response) => {
    if (request.url !== '/health') return void response.writeHead(404).end()
    const { code, body } = await answer(checks, alarms)
    response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(checks: HealthChecks, alarms: HealthAlarms): Promise<{ code: number; body: object }> {
  const problems = await ask(checks, () => null)
  if (Object.keys(problems).length > 0) return { code: 503, body: { status: 'failing', problems } }
  const raised = await ask(alarms, (alarm) => alarm)
  if (Object.keys(raised).length > 0) return { code: 200, body: { status: 'alarm', alarms: raised } }
  return { code: 200, body: { status: 'ok' } }
}

/** What is wrong, by name: what an answer is read as, or why there is none. */
async function ask<T>(
  questions: Record<string, () => Promise<T>>,
  read: (answer: T) => string | null,
): Promise<Record<string, string>> {
  const results = await Promise.all(
    Object.entries(questions).map(async ([name, question]) => {
      const fault = await inTime(PATIENCE_MS, question()).then(read, String)
      return fault === null ? [] : [[name, fault] as const]
    }),
  )
  return Object.fromEntries(results.flat())
}
