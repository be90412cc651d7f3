import * as v from 'valibot'
import { PredicateSchema, QualifierSchema, UnitSchema } from '../claim-schema.ts'

const words = v.array(v.pipe(v.string(), v.minLength(1)))
const optional = v.optional

/** Closed classes of words, by name. */
export const WordsSchema = v.object({
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
  'plain-verb': words,
  'measure-verb': words,
})

/** The ways a count needs more of its sentence before it is believed to be military. */
export const ItemContextSchema = v.picklist([
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
export const ItemsSchema = v.array(
  v.object({
    unit: UnitSchema,
    context: optional(ItemContextSchema),
    predicate: optional(PredicateSchema),
    armed: optional(v.boolean()),
    names: words,
  }),
)

/** Who owns what is counted, seen from the verb. */
export const OwnerSchema = v.picklist(['agent', 'self', 'enemy', 'patient', 'giver', 'buyer'])

/** Verbs and nouns that tell what happened, with the predicate they give each unit. */
export const TriggersSchema = v.array(
  v.object({
    owner: OwnerSchema,
    personnel: PredicateSchema,
    formation: PredicateSchema,
    materiel: PredicateSchema,
    platform: optional(PredicateSchema),
    weak: optional(v.boolean()),
    verbs: words,
    nouns: words,
  }),
)

/** Words that colour a number, and the numbers themselves. */
export const QuantifiersSchema = v.object({
  before: v.array(v.object({ qualifier: v.union([QualifierSchema, v.literal('keep')]), phrases: words })),
  after: v.array(v.object({ qualifier: QualifierSchema, phrases: words })),
  partial: words,
  numbers: v.record(v.string(), v.number()),
  scales: v.record(v.string(), v.number()),
  vague: v.record(v.string(), v.number()),
})

/** Words that make a statement expected, possible or denied. */
export const ModalitySchema = v.object({
  expected: v.object({
    auxiliaries: words,
    leads: words,
    modifiers: words,
    verbs: words,
    announcing: words,
    expecting: words,
    building: words,
  }),
  possible: v.object({ auxiliaries: words, leads: words, modifiers: words, verbs: words }),
  denied: v.object({ auxiliaries: words, leads: words, modifiers: words, verbs: words }),
  actual: v.object({ leads: words }),
  doubting: words,
  conditional: words,
})

/** How claims are credited. */
export const AttributionSchema = v.object({
  verbs: words,
  phrases: words,
  nouns: words,
  sources: words,
  vague: words,
  pronouns: words,
  back: words,
  titles: words,
  outlets: words,
  strong: words,
  sightings: words,
  issuing: words,
  counts: words,
})

/** Actors with the names they go by. */
export const ActorsSchema = v.array(
  v.object({
    id: v.pipe(v.string(), v.regex(/^([A-Z]{3}|[a-z0-9]+(-[a-z0-9]+)*)$/)),
    org: optional(v.boolean()),
    /** The names are of forces in the field. */
    force: optional(v.boolean()),
    group: optional(v.boolean()),
    /** It sends or watches over forces and speaks of them, but hardly has any of its own. */
    bystander: optional(v.boolean()),
    /** It has no forces at all. */
    civil: optional(v.boolean()),
    names: words,
    people: words,
    leaders: words,
  }),
)

/** What sets the names of actors apart: territories without forces, capitals that are rather names of people or towns, and the words around other names. */
export const NamesSchema = v.object({
  territories: words,
  capitals: words,
  before: words,
  waters: words,
  after: words,
  money: words,
  institutions: words,
  titles: words,
  given: words,
  surnames: words,
  former: words,
  offshoots: words,
  shared: v.record(v.string(), words),
})

/** Plain nouns that stand for the state, the group or the organisation an article is about. */
export const GenericsSchema = v.object({
  state: words,
  group: words,
  org: words,
  missions: v.record(v.string(), v.string()),
  /** Whose "Allied" troops and peacekeepers are when nobody is named. */
  meant: v.object({ allies: v.string(), peacekeepers: v.string() }),
})

/** Regions and towns by the state whose soldiers are fought or serve there. */
export const HomesSchema = v.record(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)), words)

/** Pairs of actors that fight each other, and the enemy of those who have one above all. */
export const AdversariesSchema = v.object({
  main: v.record(v.string(), v.string()),
  pairs: v.array(v.tuple([v.string(), v.string()])),
})

/** Identities of sources: by name, or by country and role. */
export const OriginsSchema = v.object({
  roles: v.record(v.string(), words),
  roleAliases: v.record(v.string(), v.record(v.string(), v.string())),
  names: v.record(v.string(), words),
})

/** Places below the level of countries, and the words that make a name a place. */
export const PlacesSchema = v.object({
  kinds: words,
  parts: words,
  borders: words,
  bodies: words,
  events: words,
  directions: words,
  prepositions: words,
  regions: v.record(v.pipe(v.string(), v.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)), words),
})

/** Past and participle of irregular verbs. */
export const IrregularVerbsSchema = v.record(v.string(), v.tuple([v.string(), v.string()]))

/** Words whose presence makes a doubtful count military, or not. */
export const ContextsSchema = v.object({
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
  unarmed: words,
  sidearm: words,
  missions: words,
  troops: words,
  posting: words,
  crewed: words,
  numbered: words,
  sizes: words,
  merchant: words,
  able: words,
  blast: words,
  giving: words,
  fallen: words,
})

/** Classes of words by name under headings, each with what it is for; verbs count in all their forms. */
export const WordClassesSchema = v.record(
  v.string(),
  v.record(
    v.string(),
    v.pipe(
      v.strictObject({
        note: v.pipe(v.string(), v.minLength(1)),
        words: optional(v.array(v.string())),
        verbs: optional(v.array(v.string())),
      }),
      v.check(
        ({ words = [], verbs = [] }) => words.length + verbs.length > 0,
        'a class needs words or verbs',
      ),
      // One look at all words of a class: a check for each of thousands would take its part of the start.
      v.check(
        ({ words = [], verbs = [] }) =>
          [...words, ...verbs].every((word) => word !== '' && word === word.toLowerCase()),
        'words are written in lower case, and none is empty',
      ),
    ),
  ),
)
