import { Type } from 'typebox'
import { logLevel } from './logger.ts'

/** The settings that every service has; a service's config.ts adds its own. */
export const serviceSettings = {
  DATABASE_URL: Type.String({
    pattern: '^postgres(ql)?://',
    description: 'the address of a PostgreSQL database, as in postgres://user:password@host:5432/muster',
    writeOnly: true,
  }),
  REDIS_URL: Type.Optional(
    Type.String({
      pattern: '^rediss?://',
      description:
        'the address of a Redis server, as in redis://host:6379; without it queues run in the database',
      writeOnly: true,
    }),
  ),
  LOG_LEVEL: logLevel,
}

/** The setting of services that send requests to addresses which strangers choose. */
export const outboundAllow = Type.String({
  default: '',
  pattern: '^[0-9a-fA-F:./, ]*$',
  description: 'networks besides the public ones that may be connected to, as in 10.2.0.0/16,192.168.1.7',
})

/** The settings of services that have no HTTP of their own: where they answer GET /health, if anywhere. */
export const healthSettings = {
  HEALTH_HOST: Type.String({ default: '127.0.0.1', description: 'the address to answer GET /health on' }),
  HEALTH_PORT: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 65535,
      description: 'the port to answer GET /health on, from 0 to 65535',
    }),
  ),
}
