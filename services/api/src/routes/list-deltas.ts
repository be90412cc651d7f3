import { deltaKinds, projectionName, readDeltas } from '@muster/deltas'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { HttpProblem } from '../problems/http-problem.ts'
import { Delta } from '../schemas/delta.ts'
import { input } from '../schemas/input.ts'
import { limit } from '../schemas/paging.ts'
import { line, topic } from '../schemas/scalars.ts'

const schema = {
  operationId: 'listDeltas',
  tags: ['deltas'],
  summary: 'Poll deltas',
  description:
    'Every change of an estimate, in order. Keep `next` and give it back as `after`: whoever follows it sees ' +
    'each delta once, whenever they come back, and whatever the filter. While `more` is true, another page is ' +
    'ready; otherwise come back later with the same `next`.\n\n' +
    'A cursor belongs to one log. `409 urn:muster:problem:cursor-diverged` says that this server has another ' +
    'one, or was restored from a copy made before that cursor: what was read may not be what is here. Then ' +
    'start again with `from=start` and compare deltas by their content.\n\n' +
    '`410 urn:muster:problem:cursor-too-old` says that the events where the cursor stands have been archived since. ' +
    'Take the estimates as they are from `/v1/estimates` and go on with `from=now`, or read every delta again with ' +
    '`from=start`: deltas themselves are not archived, and their ids are the same.',
  querystring: input({
    after: Type.Optional(Type.String({ maxLength: 1000, description: 'The `next` of the page before.' })),
    from: Type.Enum(['start', 'now'], {
      default: 'start',
      description: 'Without `after`: begin with the first delta, or with those from now on.',
    }),
    topic: Type.Optional(topic('Only this topic, as in `PRK.personnel.deployed`.')),
    place: Type.Optional(line('Only this place id, or `*` for overall.')),
    kind: Type.Optional(Type.Enum(deltaKinds, { description: 'Only this kind.' })),
    limit,
  }),
  response: {
    200: Type.Object(
      {
        deltas: Type.Array(Delta.ref),
        next: Type.String({ description: 'Give this back as `after`.' }),
        more: Type.Boolean({ description: 'Whether another page is ready now.' }),
      },
      { description: 'A page of deltas.' },
    ),
  },
}

/** GET /v1/deltas */
export function listDeltas(app: Api, { pool }: Context): void {
  app.get(
    '/v1/deltas',
    { config: { scope: 'read', problems: ['not-a-cursor', 'cursor-diverged', 'cursor-too-old'] }, schema },
    async ({ query }) => {
      const result = await readDeltas(pool, projectionName, query)
      switch (result.kind) {
        case 'not-a-cursor':
          throw new HttpProblem('not-a-cursor', 'give back a `next` of this route, or begin with from=start')
        case 'cursor-diverged':
          throw new HttpProblem(
            'cursor-diverged',
            'this log does not hold what the cursor stands on; start again with from=start',
          )
        case 'cursor-too-old':
          throw new HttpProblem(
            'cursor-too-old',
            `the events up to ${result.archived}, where the cursor stands, are in an archive; take the estimates from ` +
              '/v1/estimates and go on with from=now, or read every delta again with from=start',
          )
        case 'page':
          return { ...result, deltas: result.deltas.map(show) }
        default:
          return result satisfies never
      }
    },
  )
}

function show<D extends { position: number; ordinal: number }>(delta: D): D & { id: string } {
  return { ...delta, id: `${delta.position}-${delta.ordinal}` }
}
