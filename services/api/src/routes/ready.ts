import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { checkReadiness } from '../check-readiness.ts'
import { HttpProblem } from '../problems/http-problem.ts'

const schema = {
  operationId: 'ready',
  tags: ['service'],
  summary: 'Whether requests can be answered',
  description: 'Asks the database and the queues, and tells how far the projections are. No key needed.',
  response: {
    200: Type.Object(
      {
        position: Type.Integer({
          description: 'Position in the log up to which estimates and deltas are shown.',
        }),
        head: Type.Integer({ description: 'Position of the newest event.' }),
        lag: Type.Integer({ description: 'How many events are still to be projected.' }),
        parked: Type.Integer({
          description: 'How many events were set aside because they could not be applied.',
        }),
        queues: Type.Enum(['redis', 'postgres'], { description: 'Where the queues live.' }),
      },
      { description: 'It is ready.' },
    ),
  },
}

/** GET /ready */
export function ready(app: Api, context: Context): void {
  const options = { config: { unlogged: true, problems: ['not-ready'] }, schema } as const
  app.get('/ready', options, async ({ log }) => {
    const readiness = await checkReadiness(context, log)
    if (readiness.kind === 'ready') return readiness
    const { failures } = readiness
    const detail = failures.map((each) => `${each.part}: ${each.detail}`).join('; ')
    throw new HttpProblem('not-ready', detail, { failures })
  })
}
