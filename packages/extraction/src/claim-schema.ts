import Type, { type Static } from 'typebox'

/** What the text says of the people or weapons counted. */
export const PredicateSchema = Type.Enum([
  'deployed',
  'killed',
  'wounded',
  'captured',
  'missing',
  'deserted',
  'casualties',
  'recruited',
  'trained',
  'withdrawn',
  'strength',
  'increase',
  'supplied',
  'lost',
  'launched',
  'produced',
  'other',
])
/** How sure the text is. */
export const StatusSchema = Type.Enum(['actual', 'expected', 'possible', 'denied'])
/** Whether the figure stands for the whole or for a share of it. */
export const ExtentSchema = Type.Enum(['total', 'part'])
/** How the number is bounded. */
export const QualifierSchema = Type.Enum(['exact', 'approximate', 'at_least', 'at_most', 'range', 'vague'])
/** The kind of thing counted. */
export const UnitSchema = Type.Enum(['personnel', 'formation', 'materiel'])

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

/** One quantitative statement about military force, as read from a text. */
export const ExtractedClaimSchema = Type.Object(
  {
    start: Type.Integer({ minimum: 0 }),
    end: Type.Integer({ minimum: 0 }),
    quote: Type.String({ minLength: 1 }),
    low: nullable(Type.Number()),
    high: nullable(Type.Number()),
    qualifier: QualifierSchema,
    unit: UnitSchema,
    item: Type.String({ minLength: 1 }),
    predicate: PredicateSchema,
    actor: nullable(Type.String({ minLength: 1 })),
    places: Type.Array(Type.String({ minLength: 1 })),
    placeIds: Type.Array(Type.String({ minLength: 1 })),
    status: StatusSchema,
    extent: ExtentSchema,
    source: nullable(Type.String({ minLength: 1 })),
    origin: nullable(Type.String({ minLength: 1 })),
    effectiveDate: nullable(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
    confidence: Type.Number({ minimum: 0, maximum: 1 }),
  },
  { additionalProperties: false },
)

/** What the text says of the people or weapons counted. */
export type Predicate = Static<typeof PredicateSchema>
/** How sure the text is. */
export type Status = Static<typeof StatusSchema>
/** Whether the figure stands for the whole or for a share of it. */
export type Extent = Static<typeof ExtentSchema>
/** How the number is bounded. */
export type Qualifier = Static<typeof QualifierSchema>
/** The kind of thing counted. */
export type Unit = Static<typeof UnitSchema>
/** One quantitative statement about military force, as read from a text. */
export type ExtractedClaim = Static<typeof ExtractedClaimSchema>
