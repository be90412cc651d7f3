import type { Count } from './contender.ts'

/** A number as a recogniser finds it, with its offsets in the text. */
export type FoundNumber = { start: number; end: number; value: number }

const PERSONNEL =
  'troops?|soldiers?|servicemen|servicemembers?|personnel|fighters?|mercenaries|marines?|conscripts?|recruits?|reservists?|officers?|commandos?|peacekeepers?|men|militants?|gunmen|insurgents?|militiamen|sailors?|paratroopers?|prisoners?'
const FORMATION = 'brigades?|divisions?|battalions?|regiments?|corps|companies|battlegroups?|squadrons?'
const MATERIEL =
  'shells?|rounds?|missiles?|rockets?|drones?|uavs?|tanks?|vehicles?|howitzers?|guns?|mortars?|launchers?|systems?|aircraft|jets?|planes?|warplanes?|bombers?|helicopters?|warships?|ships?|vessels?|frigates?|destroyers?|submarines?'
const UNITS = new Map(
  (
    [
      ['personnel', PERSONNEL],
      ['formation', FORMATION],
      ['materiel', MATERIEL],
    ] as const
  ).map(([unit, nouns]) => [unit, new RegExp(`^(?:${nouns})$`, 'i')]),
)

/** How many words may stand between a number and its noun ("3,000 North Korean combat troops"). */
const REACH = 4
const NO_UPPER = /\b(?:more than|over|at least|upwards of|no fewer than|no less than|exceeding)\s+$/i
const NO_LOWER = /\b(?:up to|as many as|at most|no more than|fewer than|less than|under|a maximum of)\s+$/i
const RANGE = /^\s*(?:to|or|and|-|–)\s*$/

/**
 * What an afternoon makes of a number recogniser: the first noun of a list among the next words names the unit,
 * the words before the number open a bound, and two numbers with "to" between them are a range.
 */
export function countsOfNumbers(text: string, numbers: readonly FoundNumber[]): Count[] {
  const counts: Count[] = []
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] as FoundNumber
    const next = numbers[at + 1]
    const isRange = next && next.value > number.value && RANGE.test(text.slice(number.end, next.start))
    const last = isRange ? next : number
    const noun = nounAfter(text, last.end)
    if (noun === null) continue
    const { unit, end } = noun
    counts.push({ start: number.start, end, unit, ...boundsOf(text, number, last) })
    if (isRange) at += 1
  }
  return counts
}

function boundsOf(text: string, first: FoundNumber, last: FoundNumber): Pick<Count, 'low' | 'high'> {
  if (first !== last) return { low: first.value, high: last.value }
  const before = text.slice(Math.max(0, first.start - 20), first.start)
  if (NO_UPPER.test(before)) return { low: first.value, high: null }
  if (NO_LOWER.test(before)) return { low: null, high: first.value }
  return { low: first.value, high: first.value }
}

function nounAfter(text: string, start: number): { unit: string; end: number } | null {
  const ahead = text.slice(start, start + 80)
  let words = 0
  for (const { 0: word, index } of ahead.matchAll(/[\p{L}\d]+/gu)) {
    if (/[.,;:!?()]/.test(ahead.slice(0, index)) || words > REACH) return null
    for (const [unit, nouns] of UNITS) if (nouns.test(word)) return { unit, end: start + index + word.length }
    words += 1
  }
  return null
}
