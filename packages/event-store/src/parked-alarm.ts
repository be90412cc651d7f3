/** What is to be said while a reader of the log has events set aside; null when it has none. */
export function parkedAlarm(reader: string, parked: number): string | null {
  if (parked === 0) return null
  return `${reader} set ${parked} ${parked === 1 ? 'event' : 'events'} aside; see "muster events list"`
}
