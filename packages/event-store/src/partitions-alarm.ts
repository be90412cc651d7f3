const WANTED = 2

/** What is to be said while fewer than two partitions are ahead of the log, which ends at the last one; else null. */
export function partitionsAlarm(ahead: number): string | null {
  if (ahead >= WANTED) return null
  const partitions = ahead === 1 ? 'partition' : 'partitions'
  return `the log has ${ahead} ${partitions} ahead of its head, wanted ${WANTED}: no projector has made any for long`
}
