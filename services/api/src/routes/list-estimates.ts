import { findEstimates, type StoredEstimate } from '@muster/estimates'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { decodeCursor, encodeCursor } from '../paging/cursor.ts'
import { toPage } from '../paging/to-page.ts'
import { bases, ListedEstimate } from '../schemas/estimate.ts'
import { input } from '../schemas/input.ts'
import { after, limit, next } from '../schemas/paging.ts'
import { line, topic } from '../schemas/scalars.ts'

const schema = {
  operationId: 'listEstimates',
  tags: ['estimates'],
  summary: 'List estimates',
  description:
    'The present estimate and outlook of every series, by topic and place. A series is a topic in one place, ' +
    'or wherever it is (`*`).\n\n' +
    '`low`, `best` and `high` come from the claims that say what is and speak of the whole force, each origin ' +
    'counted once: the least lower bound, the median of the points, the greatest upper bound. Where an origin ' +
    'that bounds the other side only has its point beyond these, that point is the bound and the side is ' +
    '`lowOpen` or `highOpen`: so `low` ≤ `best` ≤ `high` always. `contested` means that two origins give ' +
    'intervals that do not meet. `origins`, `outlets` and `articles` tell how many voices, publishers and ' +
    'different texts it rests on: ten reprints of one agency copy are one origin and one text.',
  querystring: input({
    topic: Type.Optional(topic('Only this topic, as in `PRK.personnel.deployed`.')),
    actor: Type.Optional(line('Only topics of this actor, as in `PRK`.')),
    place: Type.Optional(line('Only this place id, or `*` for overall.')),
    basis: Type.Optional(Type.Enum(bases, { description: 'Only estimates, or only outlooks.' })),
    after,
    limit,
  }),
  response: {
    200: Type.Object(
      { estimates: Type.Array(ListedEstimate.ref), next },
      { description: 'A page of estimates.' },
    ),
  },
}

const TEXT = /^[^\p{Cc}\p{Cs}]+$/u
const BASIS = /^(estimate|outlook)$/

/** GET /v1/estimates */
export function listEstimates(app: Api, { pool }: Context): void {
  app.get(
    '/v1/estimates',
    { config: { scope: 'read', problems: ['not-a-cursor'] }, schema },
    async ({ query: { after, limit, ...filter } }) => {
      const rows = await findEstimates(pool, { ...filter, after: seriesOf(after) }, limit + 1)
      const { page, next } = toPage(rows, limit, ({ topic, place, basis }) =>
        encodeCursor(topic, place, basis),
      )
      return { estimates: page, next }
    },
  )
}

function seriesOf(cursor: string | undefined): Pick<StoredEstimate, 'topic' | 'place' | 'basis'> | undefined {
  if (cursor === undefined) return undefined
  const [topic = '', place = '', basis] = decodeCursor(cursor, [TEXT, TEXT, BASIS])
  return { topic, place, basis: basis as StoredEstimate['basis'] }
}
