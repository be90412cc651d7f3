const REPEAT = 1_000

/** What the person at the terminal asks of us. */
export type StopRequest = {
  /** Aborted when we are to stop. */
  stop: AbortSignal
  /** Aborted when we are to stop at once. */
  force: AbortSignal
}

/** Listens for Ctrl-C, SIGTERM, a terminal that hangs up and output that nobody reads any more. */
export function listenForStop(): StopRequest {
  const stop = new AbortController()
  const force = new AbortController()
  let heard = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  if (process.env.npm_lifecycle_event !== undefined) whenParentEnds(() => stop.abort())
  for (const output of [process.stdout, process.stderr]) output.on('error', () => stop.abort())
  return { stop: stop.signal, force: force.signal }

  // npm hands on the Ctrl-C that the terminal has sent us already, so one that follows at once is the same.
  function onSignal(): void {
    const now = Date.now()
    if (!stop.signal.aborted) {
      heard = now
      stop.abort()
    } else if (now - heard > REPEAT) {
      force.abort()
    }
  }
}

// npm hands a SIGTERM to the shell that it has started us by, which dies of it without a word to us.
function whenParentEnds(act: () => void): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) act()
  }, 500).unref()
}
