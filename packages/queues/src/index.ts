export { type BoardQueue, createQueues, type Job, type QueueOptions, type Queues } from './create-queues.ts'
export { type Jobs, type QueueName, queueNames } from './jobs.ts'
export { prepareQueues } from './prepare-queues.ts'
