import { Type } from 'typebox'
import { claimFields } from './claim.ts'
import { model } from './model.ts'
import { instant } from './scalars.ts'

const estimateFields = {
  low: Type.Number({
    description:
      'The least lower bound of the origins, or the least of their points where that is below it. Never above `best`.',
  }),
  best: Type.Number({ description: 'The median of the points of the origins, one point an origin.' }),
  high: Type.Number({
    description:
      'The greatest upper bound of the origins, or the greatest of their points where that is above it. Never ' +
      'below `best`.',
  }),
  lowOpen: Type.Boolean({
    description:
      '`low` is the point of an origin that gives no lower bound ("up to 3,000"): it may be fewer.',
  }),
  highOpen: Type.Boolean({
    description:
      '`high` is the point of an origin that gives no upper bound ("at least 3,000"): it may be more.',
  }),
  contested: Type.Boolean({ description: 'Two origins give intervals that do not meet.' }),
  origins: Type.Array(Type.String(), {
    description: 'Whose word it rests on. `outlet:…` is an outlet that speaks for itself.',
  }),
  outlets: Type.Array(Type.String(), { description: 'Who published the claims.' }),
  articles: Type.Integer({ description: 'How many different texts carried them; reprints count once.' }),
  newestPublishedAt: instant('When the newest of these articles was published.'),
  claimIds: Type.Array(Type.String(), { description: 'The claims by which the origins speak, one each.' }),
}

/** The two bases of estimates. */
export const bases = ['estimate', 'outlook'] as const

/** The numbers of an estimate. */
export const Estimate = model(
  'Estimate',
  Type.Object(estimateFields, { description: 'Low, best and high of a series, and what they rest on.' }),
)

/** An estimate as it is listed. */
export const ListedEstimate = model(
  'ListedEstimate',
  Type.Object(
    {
      topic: Type.String({ description: '`actor.item.predicate`.' }),
      place: Type.String({ description: 'A place id, or `*` for the force wherever it is.' }),
      basis: Type.Enum(bases, { description: '`estimate` counts what is, `outlook` what is expected.' }),
      position: Type.Integer({ description: 'Position in the log of the event that last changed it.' }),
      ...estimateFields,
    },
    { description: 'The estimate or the outlook of a series.' },
  ),
)

/** A claim behind an estimate. */
export const SpokenClaim = model(
  'SpokenClaim',
  Type.Object(
    {
      speaksFor: Type.String({
        description: 'The origin that it speaks for: its own, or `outlet:…` where it names no source.',
      }),
      counts: Type.Boolean({
        description:
          'Whether this is the one claim by which that origin counts, or an earlier or narrower one.',
      }),
      ...claimFields,
    },
    { description: 'A claim of a series, with the origin that it speaks for.' },
  ),
)
