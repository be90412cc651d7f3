import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { Api } from './api.ts'

const DESCRIPTION = `Muster reads the news for how many soldiers, formations or weapons, whose, doing what, where,
how sure, and who says so. It keeps every such **claim** with the exact words that say it, keeps a low, best and high
**estimate** of each force, and tells when an estimate changes (a **delta**).

**Keys.** Send \`Authorization: Bearer muster_…\`. Each route names the scope that the key must hold.

**Lists** come in pages: give \`next\` back until it is null.

**Errors** are RFC 9457 problems, sent as \`application/problem+json\`. Compare \`type\`; its values are stable.
Report \`instance\`: the log of the server has it too.`

const TAGS = [
  { name: 'estimates', description: 'How many, low to high, and on whose word.' },
  { name: 'deltas', description: 'Every change of an estimate, once, in order.' },
  { name: 'articles', description: 'What was read.' },
  { name: 'claims', description: 'What it says, and where.' },
  { name: 'subscriptions', description: 'Who is told of which deltas.' },
  { name: 'deliveries', description: 'Alerts on their way.' },
  { name: 'feeds', description: 'Where articles come from.' },
  { name: 'keys', description: 'Who may use this API.' },
  { name: 'service', description: 'Whether the service works.' },
]

/** Describes the API at /openapi.json (OpenAPI 3.1) and, for people, at /docs. */
export async function describeApi(app: Api): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Muster', version: '1.0.0', description: DESCRIPTION, license: { name: 'MIT' } },
      tags: TAGS,
      components: {
        securitySchemes: { apiKey: { type: 'http', scheme: 'bearer', description: 'An API key.' } },
      },
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `def-${index}`),
    },
  })
  await app.register(swaggerUi, { routePrefix: '/docs', theme: { title: 'Muster API' } })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
