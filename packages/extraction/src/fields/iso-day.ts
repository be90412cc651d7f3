/** A day in milliseconds. */
export const day = 86_400_000

/** The day of a moment in UTC as ISO 8601 writes it; `toISOString` takes several times as long. */
export function isoDay(time: number): string {
  const date = new Date(time)
  return `${digits(date.getUTCFullYear(), 4)}-${digits(date.getUTCMonth() + 1, 2)}-${digits(date.getUTCDate(), 2)}`
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0')
}
