import type { Api } from '../api.ts'

const PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Muster</title>
  <style>body { font: 1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem }</style>
  <h1>Muster</h1>
  <p>How many, whose, doing what, where, how sure, and who says so.</p>
  <ul>
    <li><a href="/docs">API reference</a></li>
    <li><a href="/openapi.json">OpenAPI document</a></li>
    <li><a href="/ops/queues">Job board</a></li>
    <li><a href="/health">Health</a>, <a href="/ready">readiness</a>, <a href="/metrics">metrics</a></li>
  </ul>
</html>
`

/** GET / : where to go from here */
export function indexPage(app: Api): void {
  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.type('text/html').send(PAGE))
}
