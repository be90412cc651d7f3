import { InvalidArgumentError } from 'commander'

/** Reads a day or an instant of an option. Throws InvalidArgumentError. */
export function readDay(text: string): Date {
  const day = new Date(text)
  if (/^\d{4}-\d{2}-\d{2}(T.*Z)?$/.test(text) && !Number.isNaN(day.getTime())) return day
  throw new InvalidArgumentError(`"${text}" is no date; wanted a day or an instant, as in 2024-11-04`)
}
