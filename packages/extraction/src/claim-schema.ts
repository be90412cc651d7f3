import * as v from 'valibot'

/** What the text says of the people or weapons counted. */
export const PredicateSchema = v.picklist([
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
export const StatusSchema = v.picklist(['actual', 'expected', 'possible', 'denied'])
/** Whether the figure stands for the whole or for a share of it. */
export const ExtentSchema = v.picklist(['total', 'part'])
/** How the number is bounded. */
export const QualifierSchema = v.picklist(['exact', 'approximate', 'at_least', 'at_most', 'range', 'vague'])
/** The kind of thing counted. */
export const UnitSchema = v.picklist(['personnel', 'formation', 'materiel'])

const offset = v.pipe(v.number(), v.integer(), v.minValue(0))
const words = v.pipe(v.string(), v.minLength(1))

/** One quantitative statement about military force, as read from a text. */
export const ExtractedClaimSchema = v.strictObject({
  start: offset,
  end: offset,
  quote: words,
  low: v.nullable(v.number()),
  high: v.nullable(v.number()),
  qualifier: QualifierSchema,
  unit: UnitSchema,
  item: words,
  predicate: PredicateSchema,
  actor: v.nullable(words),
  places: v.array(words),
  placeIds: v.array(words),
  status: StatusSchema,
  extent: ExtentSchema,
  source: v.nullable(words),
  origin: v.nullable(words),
  effectiveDate: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
})

/** What the text says of the people or weapons counted. */
export type Predicate = v.InferOutput<typeof PredicateSchema>
/** How sure the text is. */
export type Status = v.InferOutput<typeof StatusSchema>
/** Whether the figure stands for the whole or for a share of it. */
export type Extent = v.InferOutput<typeof ExtentSchema>
/** How the number is bounded. */
export type Qualifier = v.InferOutput<typeof QualifierSchema>
/** The kind of thing counted. */
export type Unit = v.InferOutput<typeof UnitSchema>
/** One quantitative statement about military force, as read from a text. */
export type ExtractedClaim = v.InferOutput<typeof ExtractedClaimSchema>
