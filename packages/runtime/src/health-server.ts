import { createServer } from 'node:http'
import { inTime } from './in-time.ts'

export type HealthServer = { port: number; close(): Promise<void> }

// A lost Redis is waited for without end by its client, which is right for jobs and wrong for a probe.
const PATIENCE_MS = 2_000

/** What must work for a service to do its work; each check throws when it does not. */
export type HealthChecks = Record<string, () => Promise<unknown>>

/**
 * Answers GET /health: 200 when every check passes, 503 with what is wrong otherwise. For services that have no
 * HTTP of their own, so that an orchestrator can ask them.
 */
export async function startHealthServer(
  host: string,
  port: number,
  checks: HealthChecks,
): Promise<HealthServer> {
  const server = createServer(async (request, response) => {
    if (request.url !== '/health') return void response.writeHead(404).end()
    const problems = await problemsOf(checks)
    const healthy = Object.keys(problems).length === 0
    response.writeHead(healthy ? 200 : 503, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ status: healthy ? 'ok' : 'failing', ...(healthy ? {} : { problems }) }))
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

async function problemsOf(checks: HealthChecks): Promise<Record<string, string>> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const problem = await inTime(PATIENCE_MS, check()).then(() => null, String)
      return problem === null ? [] : [[name, problem] as const]
    }),
  )
  return Object.fromEntries(results.flat())
}
