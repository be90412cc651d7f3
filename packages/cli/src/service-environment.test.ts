import { afterEach, expect, test, vi } from 'vitest'
import { serviceEnvironment } from './service-environment.ts'

afterEach(() => vi.unstubAllEnvs())

test('what the launcher found goes before what it was given, and a port to answer on goes to no service', () => {
  vi.stubEnv('DATABASE_URL', 'postgres://elsewhere/muster')
  vi.stubEnv('HEALTH_PORT', '8099')
  const options = { logLevel: 'info', outboundAllow: '127.0.0.0/8' }
  expect(serviceEnvironment(options, 'postgres://127.0.0.1:5/muster', undefined, 3000)).toMatchObject({
    DATABASE_URL: 'postgres://127.0.0.1:5/muster',
    REDIS_URL: '',
    PORT: '3000',
    HEALTH_PORT: '',
  })
})
