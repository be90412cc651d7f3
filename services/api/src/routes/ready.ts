import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { checkReadiness } from '../check-readiness.ts'
import { HttpProblem } from '../problems/http-problem.ts'

const progress = (description: string) =>
  Type.Object(
    {
      position: Type.Integer({ description: 'Position in the log up to which it came.' }),
      lag: Type.Integer({ description: 'How many events are ahead of it.' }),
      parked: Type.Integer({
        description: 'How many events it set aside because they could not be applied.',
      }),
    },
    { description },
  )

const schema = {
  operationId: 'ready',
  tags: ['service'],
  summary: 'Whether requests can be answered',
  description:
    'Asks the database and the queues, and tells how far estimates and alerts are. Being behind does not make it ' +
    'unready: what is there can be read. No key needed.',
  response: {
    200: Type.Object(
      {
        head: Type.Integer({ description: 'Position of the newest event in the log.' }),
        partitionsAhead: Type.Integer({
          description: 'How many partitions are made ahead of it; an alarm is raised below 2.',
        }),
        estimates: progress('What keeps articles, claims, estimates and deltas.'),
        alerts: progress('What raises alerts from deltas.'),
        alarms: Type.Array(Type.String(), {
          description: 'What somebody should look at, as events that were set aside; empty when all is well.',
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
