import type { StackOptions } from './start-stack.ts'

/** Returns the environment of the services: ours, with what the launcher has found or started. */
export function serviceEnvironment(
  { logLevel, outboundAllow }: Pick<StackOptions, 'logLevel' | 'outboundAllow'>,
  databaseUrl: string,
  redisUrl: string | undefined,
  port: number,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    // Empty is unset.
    REDIS_URL: redisUrl ?? '',
    LOG_LEVEL: logLevel,
    OUTBOUND_ALLOW: outboundAllow,
    HOST: '127.0.0.1',
    PORT: String(port),
    // One port cannot serve three services; `muster up` watches them itself.
    HEALTH_PORT: '',
  }
}
