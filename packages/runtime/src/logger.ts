import { type Logger as PinoLogger, pino } from 'pino'

export type Logger = PinoLogger

/** A logger that writes JSON lines to standard output, each naming its service. */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['url.password', '*.secret', 'req.headers.authorization', 'req.headers.cookie'],
  })
}
