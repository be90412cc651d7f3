import { deltaKinds } from '@muster/deltas'
import { Type } from 'typebox'
import { bases, Estimate } from './estimate.ts'
import { model } from './model.ts'
import { id, instant, maybe } from './scalars.ts'

/** What can happen to a claim. */
export const causes = ['claim-recorded', 'claim-revised', 'claim-withdrawn'] as const

/** One change of an estimate. */
export const Delta = model(
  'Delta',
  Type.Object(
    {
      id: Type.String({
        description: 'Position of the causing event and an index, as in `812-0`. Never changes.',
      }),
      topic: Type.String({ description: '`actor.item.predicate`.' }),
      place: Type.String({ description: 'A place id, or `*` for the force wherever it is.' }),
      basis: Type.Enum(bases, { description: 'Whether the estimate or the outlook changed.' }),
      kind: Type.Enum(deltaKinds, { description: 'What the change is to its reader.' }),
      before: maybe(Estimate.ref, 'As it was; null for a first estimate.'),
      after: maybe(Estimate.ref, 'As it is since; null when no claim is left.'),
      cause: Type.Enum(causes, { description: 'What happened to the claim.' }),
      claimId: id('The claim that caused it.'),
      claimStatus: Type.String({ description: 'The status of that claim.' }),
      articleId: id('The article in which it stands.'),
      publishedAt: instant('When that article was published.'),
      recordedAt: instant('When Muster recorded the change.'),
      replayed: Type.Boolean({
        description:
          'Whether old articles were read anew, so that nothing new was reported: no alert was raised.',
      }),
    },
    { description: 'One change of an estimate, with the claim that caused it.' },
  ),
)
