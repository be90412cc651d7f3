import type { ItemForm } from '../lexicon/items.ts'
import type { Quantity } from '../quantities/read-quantity.ts'
import type { NoCount } from './why-no-count.ts'
import type { NotMilitary } from './why-not-military.ts'

/** A count of people, formations or weapons found in the text. */
export type Mention = {
  sentence: number
  from: number
  to: number
  quantity: Quantity
  noun: ItemForm
  /** Where the noun itself stands; null when it is left out. */
  head: { from: number; to: number } | null
  /** "700-strong". */
  strong: boolean
  /** Where the noun stands that a left-out one repeats, when it was only named. */
  antecedent: number | null
  /** A row of a table of losses: "tanks – 8,720". */
  table: boolean
  /** "500 of them", "one of the jets". */
  share: boolean
  /** How likely it is a claim, from 0 to 1. */
  probability: number
}

/** Why a number was not taken for a count of people, formations or weapons. */
export type PassReason =
  | NoCount
  | NotMilitary
  | 'unit name'
  | 'other noun'
  | 'no noun'
  | 'doubtful'
  | 'unlikely'

/** A number that is no claim, and why. */
export type Passed = { sentence: number; from: number; to: number; reason: PassReason }

/** A count of something else, which hides what stands before it. */
export type Blocked = { sentence: number; from: number; to: number }
