import * as v from 'valibot'
import { defineEvent } from './define-event.ts'

/** A reader of the log that had set an event aside was told to try it again: here it does, or it sets it aside once more. */
export const eventTakenUp = defineEvent(
  'EventTakenUp',
  v.strictObject({ reader: v.string(), position: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
)

/** The stream of what a reader was told to take up again. */
export const takenUpStream = (reader: string): string => `taken-up-${reader}`
