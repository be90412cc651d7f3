/** What a job of each queue carries: ids and times, never bodies. */
const jobFields = {
  'feed-polls': ['feedId', 'dueAt'],
  'page-looks': ['articleId', 'dueAt'],
  extractions: ['articleId'],
  deliveries: ['deliveryId', 'dueAt'],
} as const

export type QueueName = keyof typeof jobFields
export type Jobs = { [N in QueueName]: Record<(typeof jobFields)[N][number], string> }

/** The queues of Muster, in the order of the path of the data. */
export const queueNames = Object.keys(jobFields) as QueueName[]

/** Whether data that came out of a queue is a job of it. */
export function isJob<N extends QueueName>(name: N, data: unknown): data is Jobs[N] {
  if (typeof data !== 'object' || data === null) return false
  return jobFields[name].every((field) => typeof (data as Record<string, unknown>)[field] === 'string')
}
