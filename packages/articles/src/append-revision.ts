import type { Transaction } from '@muster/postgres'
import { appendText } from './append-text.ts'
import { type ArticleRevised, articleRevised } from './events.ts'

/** Appends that an article has another text now, whether its feed or its page told so; as appendText does. */
export function appendRevision(
  tx: Transaction,
  data: ArticleRevised,
  version: number,
  now: Date,
): Promise<boolean> {
  return appendText(tx, { type: articleRevised, data, occurredAt: now }, version)
}
