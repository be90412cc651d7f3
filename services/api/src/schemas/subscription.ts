import { type DeltaKind, deltaKinds } from '@muster/deltas'
import { Type } from 'typebox'
import { claimStatuses } from './claim.ts'
import { model } from './model.ts'
import { id, instant, line } from './scalars.ts'

/** What a subscriber chooses. */
export const wishFields = {
  name: line('What people call it.'),
  endpoint: Type.String({
    format: 'http-url',
    maxLength: 2000,
    description: 'Where alerts are sent to by POST, signed by the Standard Webhooks scheme.',
  }),
  topic: Type.String({
    format: 'topic-pattern',
    maxLength: 300,
    default: '*.*.*',
    description: '`actor.item.predicate`; `*` stands for any part.',
  }),
  place: Type.String({
    format: 'line',
    maxLength: 200,
    default: '*',
    description: 'A place id, `*` for the series of a force wherever it is, or `any` for every series.',
  }),
  statuses: Type.Array(Type.Enum(claimStatuses), {
    maxItems: claimStatuses.length,
    uniqueItems: true,
    default: [],
    description: 'Statuses of the causing claim; empty for any.',
  }),
  kinds: Type.Array(Type.Unsafe<DeltaKind>(Type.Enum(deltaKinds)), {
    maxItems: deltaKinds.length,
    uniqueItems: true,
    default: [],
    description: 'Kinds of delta; empty for any.',
  }),
  smallestChange: Type.Number({
    minimum: 0,
    maximum: 1_000_000,
    default: 0,
    description:
      'The smallest change of low, best or high, as a share of the number before: 0.1 is ten per cent.',
  }),
}

/** A subscription without its secret. */
export const Subscription = model(
  'Subscription',
  Type.Object(
    {
      id: id('Id of the subscription.'),
      name: Type.String({ description: 'What people call it.' }),
      endpoint: Type.String({ description: 'Where alerts are sent to.' }),
      topic: Type.String({ description: '`actor.item.predicate`; `*` stands for any part.' }),
      place: Type.String({ description: 'A place id, `*` for overall, `any` for every series.' }),
      statuses: Type.Array(Type.String(), { description: 'Statuses of the causing claim; empty for any.' }),
      kinds: Type.Array(Type.String(), { description: 'Kinds of delta; empty for any.' }),
      smallestChange: Type.Number({ description: 'The smallest change, as a share of the number before.' }),
      state: Type.Enum(['active', 'paused', 'ended', 'deleted'], {
        description: 'Only an active one raises alerts; one whose key was revoked has `ended` for good.',
      }),
      owner: id('The API key that made it.'),
      createdAt: instant('When it was made. Earlier deltas raise no alert.'),
    },
    { description: 'Who is told of which deltas.' },
  ),
)
