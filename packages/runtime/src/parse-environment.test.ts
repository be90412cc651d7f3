import * as v from 'valibot'
import { expect, test } from 'vitest'
import { ConfigurationError, integer, outboundAllow, parseEnvironment, serviceSettings } from './index.ts'

const settings = {
  ...serviceSettings,
  PORT: v.optional(integer({ min: 0, max: 65_535, wanted: 'a port from 0 to 65535' }), '4000'),
}
const DATABASE_URL = 'postgres://u:p@h/db'

test('an address that is none is refused by its name, without the password in it', () => {
  for (const bad of ['postgres://u:p#hunter2@h/db', 'postgres://u:hunter2@h:abc/db']) {
    const read = () => parseEnvironment(settings, { DATABASE_URL: bad })
    expect(read).toThrow(/^DATABASE_URL is not usable: wanted the address of a PostgreSQL database/)
    expect(read).not.toThrow('hunter2')
  }
  const REDIS_URL = 'redis://:hunter2#w@h'
  expect(() => parseEnvironment(settings, { DATABASE_URL, REDIS_URL })).toThrow(/^REDIS_URL is not usable/)
})

test('values are converted and defaults filled in', () => {
  expect(parseEnvironment(settings, { DATABASE_URL, PORT: '81', OTHER: 'x' })).toEqual({
    DATABASE_URL,
    LOG_LEVEL: 'info',
    PORT: 81,
  })
})

test('an empty variable counts as unset', () => {
  expect(parseEnvironment(settings, { DATABASE_URL, PORT: '', REDIS_URL: '' })).toMatchObject({ PORT: 4000 })
})

test('every wrong variable is named with what is wanted', () => {
  const parse = () => parseEnvironment(settings, { PORT: 'http', LOG_LEVEL: 'loud' })
  expect(parse).toThrow(ConfigurationError)
  expect(parse).toThrow(
    [
      'DATABASE_URL is not set: wanted the address of a PostgreSQL database, as in postgres://user:password@host:5432/muster',
      'LOG_LEVEL is "loud": wanted one of trace, debug, info, warn, error, fatal, silent',
      'PORT is "http": wanted a port from 0 to 65535',
    ].join('\n'),
  )
})

test('a wrong address is not repeated, for it may hold a password', () => {
  expect(() => parseEnvironment(settings, { DATABASE_URL: 'mysql://u:hunter2@h' })).toThrow(
    /^DATABASE_URL is not usable: wanted/,
  )
})

test.each(['10.0.0.0/99', '10.2.0.0/16, 300.1.1.1', '::/'])(
  'the network list "%s" is refused by its name',
  (list) => {
    expect(() => parseEnvironment({ OUTBOUND_ALLOW: outboundAllow }, { OUTBOUND_ALLOW: list })).toThrow(
      `OUTBOUND_ALLOW is "${list}": wanted networks and hosts besides the public ones that may be connected to, as in 10.2.0.0/16,feeds.intranet.example`,
    )
  },
)

test('a list of networks and addresses is taken as it is', () => {
  const list = '127.0.0.0/8, ::1/128,192.168.1.7'
  expect(parseEnvironment({ OUTBOUND_ALLOW: outboundAllow }, { OUTBOUND_ALLOW: list })).toEqual({
    OUTBOUND_ALLOW: list,
  })
})
