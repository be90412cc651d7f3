const LEVELS: Record<number, string> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
}
const WARN = 40
const LONGEST = 200

export type ReadableLogLine = { text: string; isWarning: boolean }

/** Makes one short line for a person out of a line of a service's log; what is no JSON stays as it is. */
export function readableLogLine(line: string): ReadableLogLine {
  const entry = parse(line)
  if (entry === null) return { text: shorten(line), isWarning: false }
  const cause = entry.err?.message ?? entry.reason
  const ending = cause === undefined ? '' : `: ${String(cause).split('\n', 1)[0]}`
  const text = `${LEVELS[entry.level] ?? entry.level} ${entry.msg ?? ''}${ending}`
  return { text: shorten(text), isWarning: entry.level >= WARN }
}

type LogEntry = { level: number; msg?: string; reason?: string; err?: { message?: string } }

function parse(line: string): LogEntry | null {
  try {
    const entry = JSON.parse(line)
    return typeof entry?.level === 'number' ? entry : null
  } catch {
    return null
  }
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
