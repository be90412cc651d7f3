import { type Logger as PinoLogger, pino } from 'pino'

export type Logger = PinoLogger

/** A logger that writes JSON lines to standard output, each naming its service. */
export function createLogger(service: string, level: string): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['url.password', '*.secret', 'req.headers.authorization', 'req.headers.cookie'],
  }
  // Not pino's own destination: where the reader of a pipe is gone, its last flush tries again for ever.
  return pino(options, process.stdout)
}
