import { Type } from 'typebox'
import { model } from './model.ts'
import { id, instant, maybeInstant, maybeNumber, maybeText } from './scalars.ts'

/** The statuses of a claim. */
export const claimStatuses = ['actual', 'expected', 'possible', 'denied'] as const

/** The fields of a claim. */
export const claimFields = {
  id: id('Id of the claim.'),
  articleId: id('The article in which it stands.'),
  snapshotHash: Type.String({ description: 'The text into which its span points.' }),
  span: Type.Object(
    { start: Type.Integer(), end: Type.Integer() },
    { description: 'Where it stands: the quote is the text from `start` up to `end`, in UTF-16 code units.' },
  ),
  quote: maybeText(
    'The words that it points at; null where the text was taken down, or cannot be trusted because it is no ' +
      'longer the one that `snapshotHash` names.',
  ),
  textRemovedAt: maybeInstant('When the text that it stands in was taken down; null while it was not.'),
  low: maybeNumber('Lower bound; null where the text gives none, as in "up to 12,000".'),
  high: maybeNumber('Upper bound; null where the text gives none, as in "at least 1,500".'),
  qualifier: Type.String({
    description: 'How the number is bounded: exact, approximate, at_least, at_most, range or vague.',
  }),
  unit: Type.String({ description: 'What kind of thing is counted: personnel, formation or materiel.' }),
  item: Type.String({ description: 'What is counted, as in troops, brigade or artillery-shell.' }),
  predicate: Type.String({ description: 'What is said of them, as in deployed, killed or supplied.' }),
  actor: maybeText('Whose they are, as an ISO 3166 code or a name; null where the text does not say.'),
  places: Type.Array(Type.String(), { description: 'Where, as written.' }),
  placeIds: Type.Array(Type.String(), { description: 'Where, as ISO 3166 codes or names.' }),
  status: Type.String({ description: 'How sure the text is: actual, expected, possible or denied.' }),
  extent: Type.String({ description: 'Whether the number is the whole or a share of it: total or part.' }),
  source: maybeText('Who is credited with it, as written.'),
  origin: maybeText('The identity of that source; null where the article speaks for itself.'),
  effectiveDate: maybeText('The day that it speaks of, where the text names one.'),
  confidence: Type.Number({ description: 'How sure the reader is to have understood the text, 0 to 1.' }),
  topic: maybeText('`actor.item.predicate`; null where the actor is unknown.'),
  outlet: Type.String({ description: 'Who published the article.' }),
  publishedAt: instant('When the article was published.'),
  recordedAt: instant('When Muster recorded the claim.'),
  withdrawnAt: maybeInstant('When it was withdrawn because its article was changed; null while it stands.'),
}

/** A claim with its quote. */
export const Claim = model(
  'Claim',
  Type.Object(claimFields, {
    description: 'How many, whose, doing what, where, how sure and who says so, with the words that say it.',
  }),
)
