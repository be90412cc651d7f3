import { extractionJobId, type Queues } from '@muster/queues'

/** Hands a text of an article over for extraction, once. */
export async function handOver(
  queues: Queues,
  { articleId, snapshotHash }: { articleId: string; snapshotHash: string },
): Promise<void> {
  await queues.enqueue('extractions', [{ id: extractionJobId(articleId, snapshotHash), data: { articleId } }])
}
