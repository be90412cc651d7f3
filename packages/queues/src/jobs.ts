import { type Static, Type } from 'typebox'

/** What a job of each queue carries: ids, never bodies. */
export const jobSchemas = {
  'feed-polls': Type.Object({ feedId: Type.String(), dueAt: Type.String() }),
  extractions: Type.Object({ articleId: Type.String() }),
  deliveries: Type.Object({ deliveryId: Type.String(), dueAt: Type.String() }),
}

export type QueueName = keyof typeof jobSchemas
export type Jobs = { [N in QueueName]: Static<(typeof jobSchemas)[N]> }

/** The queues of Muster, in the order of the path of the data. */
export const queueNames = Object.keys(jobSchemas) as QueueName[]
