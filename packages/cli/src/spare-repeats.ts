/** Messages with their repetitions counted instead of shown. */
export type SparingOutput = {
  write: (text: string) => void
  close: () => void
}

/** Hands a message on at once, and its repetitions in the next `pause` milliseconds as one, with their number. */
export function spareRepeats(handOn: (text: string) => void, pause: number): SparingOutput {
  const repeats = new Map<string, number>()
  const timers = new Set<NodeJS.Timeout>()
  return {
    write(text) {
      const known = repeats.get(text)
      if (known !== undefined) return void repeats.set(text, known + 1)
      handOn(text)
      count(text)
    },
    close: () => timers.forEach(clearTimeout),
  }

  function count(text: string): void {
    repeats.set(text, 0)
    const timer = setTimeout(() => {
      timers.delete(timer)
      report(text)
    }, pause)
    timers.add(timer)
  }

  function report(text: string): void {
    const times = repeats.get(text) ?? 0
    repeats.delete(text)
    if (times === 0) return
    handOn(`${text} (${times} more in ${pause / 1_000} s)`)
    count(text)
  }
}
