import { deltaKinds, type HistoryEntry, seriesHistory } from '@muster/deltas'
import { OVERALL } from '@muster/estimates'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { encodeCursor } from '../paging/cursor.ts'
import { positionOf } from '../paging/position-cursor.ts'
import { toPage } from '../paging/to-page.ts'
import { Claim } from '../schemas/claim.ts'
import { causes } from '../schemas/delta.ts'
import { bases, Estimate } from '../schemas/estimate.ts'
import { input } from '../schemas/input.ts'
import { after, limit, next } from '../schemas/paging.ts'
import { instant, maybe, topic } from '../schemas/scalars.ts'
import { showClaims } from '../show-claims.ts'

const Change = Type.Object({
  position: Type.Integer({ description: 'Position in the log of the event that changed it.' }),
  recordedAt: instant('When Muster recorded the change.'),
  kind: maybe(
    Type.Enum(deltaKinds),
    'What the change is to its reader; null for one that is no delta, as a repeat or a further outlet.',
  ),
  before: maybe(Estimate.ref, 'As it was; null before the first claim.'),
  after: maybe(Estimate.ref, 'As it is since; null when no claim is left.'),
  cause: Type.Enum(causes, { description: 'What happened to the claim.' }),
  claim: Claim.ref,
})

const schema = {
  operationId: 'listEstimateHistory',
  tags: ['estimates'],
  summary: 'List every change of an estimate with its cause',
  description:
    'The life of a series in the order of the log: each change of its estimate or outlook, with the claim that ' +
    'caused it. It has every delta of the series, and the changes that are none.',
  params: input({ topic: topic('`actor.item.predicate`, as in `PRK.personnel.deployed`.') }),
  querystring: input({
    place: Type.String({
      format: 'line',
      maxLength: 200,
      default: OVERALL,
      description: 'A place id, as in `RU-KRS`, or `*` for the force wherever it is.',
    }),
    basis: Type.Enum(bases, { default: 'estimate', description: 'The estimate or the outlook.' }),
    after,
    limit,
  }),
  response: {
    200: Type.Object({ changes: Type.Array(Change), next }, { description: 'A page of changes.' }),
  },
}

/** GET /v1/estimates/{topic}/history */
export function listHistory(app: Api, { pool }: Context): void {
  app.get(
    '/v1/estimates/:topic/history',
    { config: { scope: 'read', problems: ['not-a-cursor'] }, schema },
    async ({ params, query: { after, limit, place, basis } }) => {
      const series = { topic: params.topic, place, basis }
      const request = { after: positionOf(after) ?? 0, limit: limit + 1 }
      const entries = await seriesHistory(pool, series, request)
      const { page, next } = toPage(entries, limit, ({ position }) => encodeCursor(String(position)))
      return { changes: await show(pool, page), next }
    },
  )
}

async function show(pool: Context['pool'], entries: HistoryEntry[]) {
  const claims = await showClaims(
    pool,
    entries.map(({ claim }) => claim),
  )
  return entries.flatMap(({ position, recordedAt, kind, before, after, cause }, index) => {
    const claim = claims[index]
    return claim ? [{ position, recordedAt, kind, before, after, cause, claim }] : []
  })
}
