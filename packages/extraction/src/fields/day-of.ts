/** The day on which an article was published, or null. */
export function dayOf(published: string | null): Date | null {
  const day = published === null ? null : new Date(`${published.slice(0, 10)}T00:00:00Z`)
  return day && !Number.isNaN(day.getTime()) ? day : null
}
