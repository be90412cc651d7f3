import Type from 'typebox'
import { PredicateSchema, QualifierSchema, UnitSchema } from '../claim-schema.ts'

const words = Type.Array(Type.String({ minLength: 1 }))
const optional = Type.Optional

/** Closed classes of words, by name. */
export const WordsSchema = Type.Object({
  preposition: words,
  subordinator: words,
  coordinator: words,
  relative: words,
  determiner: words,
  pronoun: words,
  auxiliary: words,
  be: words,
  adverb: words,
  month: words,
  weekday: words,
  abbreviation: words,
  measure: words,
  'blocking-noun': words,
  neutral: words,
  'change-verb': words,
})

/** The ways a count needs more of its sentence before it is believed to be military. */
export const ItemContextSchema = Type.Enum([
  'person',
  'police',
  'prisoner',
  'toll',
  'formation',
  'round',
  'naval',
  'model',
  'launch',
])

/** Nouns that are counted; "name*" has one form, "one/many" names its plural. */
export const ItemsSchema = Type.Array(
  Type.Object({
    unit: UnitSchema,
    context: optional(ItemContextSchema),
    predicate: optional(PredicateSchema),
    armed: optional(Type.Boolean()),
    names: words,
  }),
)

/** Who owns what is counted, seen from the verb. */
export const OwnerSchema = Type.Enum(['agent', 'self', 'enemy', 'patient', 'giver', 'buyer'])

/** Verbs and nouns that tell what happened, with the predicate they give each unit. */
export const TriggersSchema = Type.Array(
  Type.Object({
    owner: OwnerSchema,
    personnel: PredicateSchema,
    formation: PredicateSchema,
    materiel: PredicateSchema,
    platform: optional(PredicateSchema),
    weak: optional(Type.Boolean()),
    verbs: words,
    nouns: words,
  }),
)

/** Words that colour a number, and the numbers themselves. */
export const QuantifiersSchema = Type.Object({
  before: Type.Array(
    Type.Object({ qualifier: Type.Union([QualifierSchema, Type.Literal('keep')]), phrases: words }),
  ),
  after: Type.Array(Type.Object({ qualifier: QualifierSchema, phrases: words })),
  partial: words,
  numbers: Type.Record(Type.String(), Type.Number()),
  scales: Type.Record(Type.String(), Type.Number()),
  vague: Type.Record(Type.String(), Type.Number()),
})

/** Words that make a statement expected, possible or denied. */
export const ModalitySchema = Type.Object({
  expected: Type.Object({
    auxiliaries: words,
    leads: words,
    modifiers: words,
    verbs: words,
    announcing: words,
  }),
  possible: Type.Object({ auxiliaries: words, leads: words, modifiers: words, verbs: words }),
  denied: Type.Object({ auxiliaries: words, leads: words, modifiers: words, verbs: words }),
  actual: Type.Object({ leads: words }),
  doubting: words,
  conditional: words,
})

/** How claims are credited. */
export const AttributionSchema = Type.Object({
  verbs: words,
  phrases: words,
  nouns: words,
  sources: words,
  vague: words,
  pronouns: words,
  back: words,
  outlets: words,
})

/** Actors with the names they go by. */
export const ActorsSchema = Type.Array(
  Type.Object({
    id: Type.String({ pattern: '^([A-Z]{3}|[a-z0-9]+(-[a-z0-9]+)*)$' }),
    org: optional(Type.Boolean()),
    group: optional(Type.Boolean()),
    names: words,
    people: words,
    leaders: words,
  }),
)

/** Pairs of actors that fight each other. */
export const AdversariesSchema = Type.Object({
  pairs: Type.Array(Type.Tuple([Type.String(), Type.String()])),
})

/** Identities of sources: by name, or by country and role. */
export const OriginsSchema = Type.Object({
  roles: Type.Record(Type.String(), words),
  roleAliases: Type.Record(Type.String(), Type.Record(Type.String(), Type.String())),
  names: Type.Record(Type.String(), words),
})

/** Places below the level of countries, and the words that make a name a place. */
export const PlacesSchema = Type.Object({
  kinds: words,
  parts: words,
  borders: words,
  bodies: words,
  events: words,
  directions: words,
  prepositions: words,
  regions: Type.Record(Type.String({ pattern: '^[A-Z]{2}-[A-Z0-9]{1,3}$' }), words),
})

/** Past and participle of irregular verbs. */
export const IrregularVerbsSchema = Type.Record(Type.String(), Type.Tuple([Type.String(), Type.String()]))

/** Words whose presence makes a doubtful count military, or not. */
export const ContextsSchema = Type.Object({
  military: words,
  person: words,
  force: words,
  civil: words,
  naval: words,
  ammunition: words,
  mission: words,
  prisoner: words,
  armour: words,
  system: words,
  capacity: words,
  threshold: words,
  body: words,
})
