import { type Logger as PinoLogger, pino } from 'pino'
import { Type } from 'typebox'

export type Logger = PinoLogger

/** The configuration value LOG_LEVEL of every service. */
export const logLevel = Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
  default: 'info',
  description: 'one of trace, debug, info, warn, error, fatal, silent',
})

/** A logger that writes JSON lines to standard output, each naming its service. */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['url.password', '*.secret', 'req.headers.authorization', 'req.headers.cookie'],
  })
}
