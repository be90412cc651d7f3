import type { DueDelivery } from '@muster/alerts'
import { dueJobId, type Queues } from '@muster/queues'

/** Puts a job for each due delivery into the queue; one that is there already stays one. */
export async function queueDeliveries(queues: Queues, deliveries: DueDelivery[], now: Date): Promise<void> {
  await queues.enqueue(
    'deliveries',
    deliveries.map(({ id, nextAttemptAt }) => ({
      id: dueJobId('delivery', id, nextAttemptAt, now),
      data: { deliveryId: id, dueAt: nextAttemptAt.toISOString() },
    })),
  )
}
