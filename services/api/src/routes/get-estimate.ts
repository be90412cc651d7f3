import { OVERALL } from '@muster/estimates'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { notFound } from '../problems/not-found.ts'
import { Claim } from '../schemas/claim.ts'
import { Estimate, SpokenClaim } from '../schemas/estimate.ts'
import { input } from '../schemas/input.ts'
import { maybe, moment, topic } from '../schemas/scalars.ts'
import { MOST_OTHERS, traceEstimate } from '../trace-estimate.ts'

const total = Type.Integer({ description: 'How many there are, shown or not.' })
const traced = Type.Object({ numbers: Estimate.ref, total, claims: Type.Array(SpokenClaim.ref) })
const listed = (description: string) => Type.Object({ total, claims: Type.Array(Claim.ref) }, { description })

const schema = {
  operationId: 'getEstimate',
  tags: ['estimates'],
  summary: 'Get the estimate of a series with the claims behind it',
  description:
    'Shows how a number came about. `estimate` counts what is, `outlook` what is expected or possible; each ' +
    'comes with the claims behind it, their quotes, the origin that each speaks for, and whether it is the one ' +
    'by which that origin counts. Claims of a share of the force (`parts`) and denials (`denied`) are listed ' +
    'beside and move no number.\n\n' +
    `Claims by which an origin counts come first and are all here. Of the others, of \`parts\` and of \`denied\` ` +
    `the ${MOST_OTHERS} recorded last are here, the newest first, and \`total\` says how many there are. The rest ` +
    'is among the claims of `GET /v1/claims` with the same topic, place and status.\n\n' +
    'Only claims published at most 90 days before the newest of them are behind it. Each origin counts once: by ' +
    'its newest claim, overall by the one with the widest place. Vague claims ("thousands") count only where ' +
    'no numbered claim is. `best` is the median of one point an origin: the middle of its two bounds, or its ' +
    'only one. See `GET /v1/estimates` for the meaning of each number.\n\n' +
    'Estimates are kept in two times. `as_of` asks what the world had published by an instant, `known_at` what ' +
    'Muster had recorded by then; both together, what Muster would have said then of that time.',
  params: input({ topic: topic('`actor.item.predicate`, as in `PRK.personnel.deployed`.') }),
  querystring: input({
    place: Type.String({
      format: 'line',
      maxLength: 200,
      default: OVERALL,
      description: 'A place id, as in `RU-KRS`, or `*` for the force wherever it is.',
    }),
    as_of: Type.Optional(
      moment('As of this instant: only claims published until then, as in `2024-11-04T00:00:00Z`.'),
    ),
    known_at: Type.Optional(moment('As known at this instant: only what Muster had recorded until then.')),
  }),
  response: {
    200: Type.Object(
      {
        topic: Type.String(),
        place: Type.String(),
        estimate: maybe(traced, 'What is; null where no claim of the whole says so.'),
        outlook: maybe(traced, 'What is expected or possible; null where no claim says so.'),
        parts: listed('Claims of a share of the force.'),
        denied: listed('Claims that somebody denies.'),
      },
      { description: 'The series.' },
    ),
  },
}

/** GET /v1/estimates/{topic} */
export function getEstimate(app: Api, { pool }: Context): void {
  app.get(
    '/v1/estimates/:topic',
    { config: { scope: 'read', problems: ['not-found'] }, schema },
    async ({ params, query }) => {
      const at = { asOf: momentOf(query.as_of), knownAt: momentOf(query.known_at) }
      const series = await traceEstimate(pool, params.topic, query.place, at)
      if (!series) throw notFound('series', `${params.topic}@${query.place}`)
      return series
    },
  )
}

const momentOf = (text: string | undefined): Date | null => (text === undefined ? null : new Date(text))
