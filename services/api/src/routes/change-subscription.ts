import { type SubscriptionState, setSubscriptionState } from '@muster/alerts'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { findVisibleSubscription } from '../find-visible-subscription.ts'
import { keyOf } from '../keys/key-of.ts'
import { notFound } from '../problems/not-found.ts'
import { input } from '../schemas/input.ts'
import { id } from '../schemas/scalars.ts'
import { Subscription } from '../schemas/subscription.ts'
import { showSubscriptions } from '../show-subscriptions.ts'

const CHANGES = [
  {
    verb: 'pause',
    state: 'paused',
    operationId: 'pauseSubscription',
    summary: 'Pause a subscription',
    description: 'It raises no alerts until it is resumed, nor later for what it missed.',
  },
  {
    verb: 'resume',
    state: 'active',
    operationId: 'resumeSubscription',
    summary: 'Resume a subscription',
    description: 'It raises alerts for the deltas from now on.',
  },
] as const

const config = { scope: 'subscribe', problems: ['not-found'] } as const
const params = input({ id: id('Id of the subscription.') })
const base = { tags: ['subscriptions'], params }

const deletion = {
  ...base,
  operationId: 'deleteSubscription',
  summary: 'Delete a subscription',
  description: 'It raises no more alerts, and deliveries under way are given up.',
  response: { 204: Type.Null({ description: 'Deleted.' }) },
}

/** POST /v1/subscriptions/{id}/pause and /resume, DELETE /v1/subscriptions/{id} */
export function changeSubscription(app: Api, context: Context): void {
  for (const { verb, state, ...description } of CHANGES) {
    const schema = { ...base, ...description, response: { 200: Subscription.ref } }
    app.post(`/v1/subscriptions/:id/${verb}`, { config, schema }, (request) =>
      change(context, request, request.params.id, state),
    )
  }
  app.delete('/v1/subscriptions/:id', { config, schema: deletion }, async (request, reply) => {
    await change(context, request, request.params.id, 'deleted')
    return reply.code(204).send(null)
  })
}

async function change({ pool }: Context, request: FastifyRequest, id: string, state: SubscriptionState) {
  const known = await findVisibleSubscription(pool, keyOf(request), id)
  const changed = known && (await setSubscriptionState(pool, id, state, new Date()))
  const [shown] = await showSubscriptions(pool, changed ? [changed] : [])
  if (!shown) throw notFound('subscription', id)
  request.log.info({ subscriptionId: id, state }, 'subscription state set')
  return shown
}
