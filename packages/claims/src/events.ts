import { defineEvent } from '@muster/event-store'
import { ExtractedClaimSchema } from '@muster/extraction'
import * as v from 'valibot'

const id = v.pipe(v.string(), v.uuid())
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

const recorded = {
  ...v.omit(ExtractedClaimSchema, ['quote']).entries,
  claimId: id,
  articleId: id,
  snapshotHash: hash,
  outlet: v.string(),
  publishedAt: v.pipe(v.string(), v.isoTimestamp()),
}

/** Articles with nearly the same text are one report, named by the hash of the text that came first. */
const ClaimRecordedSchema = v.strictObject({ ...recorded, reportId: hash })

/** Data of the event ClaimRecorded. It points at its quote but does not carry it: texts can be taken down. */
export type ClaimRecorded = v.InferOutput<typeof ClaimRecordedSchema>

/** A claim stands in an article's present text. */
export const claimRecorded = defineEvent('ClaimRecorded', v.strictObject(recorded)).next(
  ClaimRecordedSchema,
  // Version 1 knew copies by their very same text.
  (old) => ({ ...old, reportId: old.snapshotHash }),
)

/** The article was changed, and where the claim stood it now says something else. */
export const claimRevised = defineEvent('ClaimRevised', ClaimRecordedSchema)

/** A claim no longer stands in it. */
export const claimWithdrawn = defineEvent('ClaimWithdrawn', v.strictObject({ claimId: id, articleId: id }))

const extracted = {
  articleId: id,
  snapshotHash: hash,
  extractor: v.string(),
  claims: v.pipe(v.number(), v.integer(), v.minValue(0)),
}

const offset = v.pipe(v.number(), v.integer(), v.minValue(0))

/**
 * An extractor has read an article's present text; its claims came before. `kept` are those that say what they said
 * in an earlier text, with their spans in this one.
 */
export const articleExtracted = defineEvent('ArticleExtracted', v.strictObject(extracted)).next(
  v.strictObject({
    ...extracted,
    kept: v.array(v.strictObject({ claimId: id, start: offset, end: offset })),
  }),
  // Version 1 recorded them anew.
  (old) => ({ ...old, kept: [] }),
)
