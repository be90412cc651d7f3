import { findCoverage } from '@muster/feeds'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { decodeCursor, encodeCursor } from '../paging/cursor.ts'
import { toPage } from '../paging/to-page.ts'
import { CoverageDay } from '../schemas/coverage.ts'
import { input } from '../schemas/input.ts'
import { before, limit, next } from '../schemas/paging.ts'

const schema = {
  operationId: 'listCoverage',
  tags: ['feeds'],
  summary: 'List what the feeds brought, by day',
  description:
    'A sum of all feeds and their polls for each day (UTC), the newest first, back to the first feed. A feed that brought ' +
    'nothing is told apart: `quiet`, `broken`, `parked`, `paused` or `notDue`. Its status counts since it last changed; ' +
    'before that a feed without a poll is `notDue`.',
  querystring: input({ before, limit }),
  response: {
    200: Type.Object({ days: Type.Array(CoverageDay.ref), next }, { description: 'A page of days.' }),
  },
}

const DAY = /^2\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const DAY_MS = 24 * 3600 * 1000

/** GET /v1/coverage */
export function listCoverage(app: Api, { pool }: Context): void {
  app.get(
    '/v1/coverage',
    { config: { scope: 'read', problems: ['not-a-cursor'] }, schema },
    async ({ query }) => {
      const rows = await findCoverage(pool, lastDay(query.before), query.limit + 1)
      const { page, next } = toPage(rows, query.limit, ({ day }) => encodeCursor(day))
      return { days: page, next }
    },
  )
}

/** The newest day of a page: today, or the day before the last of the page before. */
function lastDay(cursor: string | undefined): string {
  const end = cursor === undefined ? Date.now() + DAY_MS : Date.parse(decodeCursor(cursor, [DAY])[0] ?? '')
  return new Date(end - DAY_MS).toISOString().slice(0, 10)
}
