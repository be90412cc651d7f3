import { isDeepStrictEqual } from 'node:util'
import type { ClaimEdits, ClaimRecorded, Rereading } from '@muster/claims'

/** A claim that another reading of its article would add, lose or change; `before` and `after` hold what differs. */
export type ClaimDifference = {
  kind: 'added' | 'lost' | 'changed'
  articleId: string
  claimId: string
  quote: string
  before: Partial<ClaimRecorded> | null
  after: Partial<ClaimRecorded> | null
}

/** What a rereading changes of the claims of an article. */
export function compareClaims({ text, edits }: Extract<Rereading, { kind: 'reread' }>): ClaimDifference[] {
  const { recorded, revised, withdrawn }: ClaimEdits = edits
  const differs = (kind: ClaimDifference['kind'], claim: ClaimRecorded) => {
    const { claimId, articleId, start, end } = claim
    return { kind, articleId, claimId, quote: text.slice(start, end) }
  }
  return [
    ...recorded.map((after) => ({ ...differs('added', after), before: null, after })),
    ...withdrawn.map((before) => ({ ...differs('lost', before), before, after: null })),
    ...revised.map(({ before, after }) => {
      const fields = fieldsThatDiffer(before, after)
      return { ...differs('changed', after), before: only(before, fields), after: only(after, fields) }
    }),
  ]
}

type Field = keyof ClaimRecorded

const fieldsThatDiffer = (before: ClaimRecorded, after: ClaimRecorded): Field[] =>
  (Object.keys(after) as Field[]).filter((field) => !isDeepStrictEqual(before[field], after[field]))

const only = (claim: ClaimRecorded, fields: Field[]): Partial<ClaimRecorded> =>
  Object.fromEntries(fields.map((field) => [field, claim[field]]))
