import { answerHub, takePush } from '@muster/feeds'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { notFound } from '../problems/not-found.ts'

const MOST_BYTES = 5_000_000

/** The database takes no NUL. */
const text = Type.Optional(Type.String({ maxLength: 4_000, pattern: '^[^\\u0000]*$' }))
const params = Type.Object({ token: Type.String({ maxLength: 100, pattern: '^[\\w-]+$' }) })
const querystring = Type.Object({
  'hub.mode': text,
  'hub.topic': text,
  'hub.challenge': text,
  'hub.lease_seconds': text,
  'hub.reason': text,
})

/** GET and POST /websub/{token}: where hubs confirm subscriptions and tell of news. The token is known to the hub alone. */
export function webSub(app: Api, { pool }: Context): void {
  app.register(async (scope: Api) => {
    // Whatever a hub sends is signed as bytes, and read by nobody.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.get('/websub/:token', { schema: { hide: true, params, querystring } }, async (request, reply) => {
      const { query, params } = request
      const asked = {
        ...{ mode: query['hub.mode'], topic: query['hub.topic'], challenge: query['hub.challenge'] },
        ...{ leaseSeconds: query['hub.lease_seconds'], reason: query['hub.reason'] },
      }
      const challenge = await answerHub(pool, params.token, asked, new Date())
      if (challenge === null) throw notFound('subscription', params.token)
      return reply.type('text/plain; charset=utf-8').send(challenge)
    })
    scope.post(
      '/websub/:token',
      { bodyLimit: MOST_BYTES, schema: { hide: true, params } },
      async (request, reply) => {
        const signature = request.headers['x-hub-signature']
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const isKnown = await takePush(pool, request.params.token, String(signature ?? ''), body, new Date())
        if (!isKnown) throw notFound('subscription', request.params.token)
        return reply.code(204).send()
      },
    )
  })
}
