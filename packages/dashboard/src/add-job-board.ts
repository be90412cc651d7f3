import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import type { BoardQueue } from '@muster/queues'
import type { FastifyInstance } from 'fastify'

const PATH = '/ops/queues'

/** Mounts bull-board on queues of either backend. */
export async function addJobBoard(app: FastifyInstance, queues: BoardQueue[]): Promise<void> {
  const serverAdapter = new FastifyAdapter().setBasePath(PATH)
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue)),
    serverAdapter,
    options: {
      uiConfig: {
        boardTitle: 'Muster jobs',
        hideDocsLink: true,
        miscLinks: [
          { text: 'API reference', url: '/docs' },
          { text: 'Sign out', url: '/ops/logout' },
        ],
      },
    },
  })
  await app.register(serverAdapter.registerPlugin(), { prefix: PATH })
}
