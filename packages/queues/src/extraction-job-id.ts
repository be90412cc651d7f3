/** The id of the job that reads one text of an article: the same text is queued once. */
export const extractionJobId = (articleId: string, snapshotHash: string): string =>
  `article-${articleId}-${snapshotHash.slice(0, 16)}`
