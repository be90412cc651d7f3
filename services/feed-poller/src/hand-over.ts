import { extractionJobId, type Queues } from '@muster/queues'

/** Hands texts of articles over for extraction, each once. */
export async function handOver(
  queues: Queues,
  texts: { articleId: string; snapshotHash: string }[],
): Promise<void> {
  await queues.enqueue(
    'extractions',
    texts.map(({ articleId, snapshotHash }) => ({
      id: extractionJobId(articleId, snapshotHash),
      data: { articleId },
    })),
  )
}
