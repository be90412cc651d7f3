import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { createHttpClient, createNetworkAllowance, type HttpClient, RefusedAddressError } from '../index.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

async function serve(answer: RequestListener): Promise<string> {
  const server: Server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

function client(networks = '127.0.0.0/8', timeoutMs = 20_000): HttpClient {
  const http = createHttpClient(createNetworkAllowance(networks), {
    timeoutMs,
    maxBodyBytes: 10_000,
    userAgent: 'Muster/test',
  })
  closing.unshift(() => http.close())
  return http
}

test('a reply carries status, headers and the decompressed body', async () => {
  const url = await serve((request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip', 'x-agent': request.headers['user-agent'] })
    response.end(gzipSync('hello'))
  })
  const reply = await client().request(url)
  expect([reply.status, reply.body.toString(), reply.headers.get('x-agent')]).toEqual([
    200,
    'hello',
    'Muster/test',
  ])
})

test('a body is limited by its decompressed size', async () => {
  const url = await serve((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('a'.repeat(10_001)))
  })
  await expect(client().request(url)).rejects.toThrow('the body is over 10000 bytes')
})

test('the reply to a POST is judged by its status, however long its body', async () => {
  const url = await serve((_, response) => response.writeHead(200).end('a'.repeat(100_000)))
  const { status, body } = await client().request(url, { method: 'POST', body: '{}' })
  expect([status, body.length]).toEqual([200, 0])
})

test('a server that never answers is given up', async () => {
  const url = await serve(() => {})
  await expect(client('127.0.0.0/8', 500).request(url)).rejects.toThrow(/timeout/i)
})

test('a redirect to an inner address is refused', async () => {
  const url = await serve((_, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  )
  await expect(client().request(url)).rejects.toThrow(RefusedAddressError)
})

test('endless redirects end', async () => {
  const url = await serve((_, response) => response.writeHead(302, { location: '/' }).end())
  await expect(client().request(url)).rejects.toThrow('more than 5 redirects')
})

test.each([
  'http://127.0.0.1/',
  'http://localhost/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::127.0.0.1]/',
  'http://0x7f.1/',
  'http://2130706433/',
  'http://0/',
  'http://169.254.169.254/',
  'http://10.0.0.1/',
  'http://100.64.0.1/',
  'http://[64:ff9b::7f00:1]/',
  'http://[fd00::1]/',
  'ftp://192.0.2.1/',
  'http://user:secret@192.0.2.1/',
])('%s is refused where only public networks are allowed', async (url) => {
  await expect(client('').request(url)).rejects.toThrow(RefusedAddressError)
})

test.each([
  ['93.184.216.34', true],
  // Azure answers every machine of its own there.
  ['168.63.129.16', false],
  ['::ffff:168.63.129.16', false],
  ['2606:2800:220:1:248:1893:25c8:1946', true],
  ['3fff:ffff::1', true],
  ['1::1', false],
  ['4000::1', false],
  ['::7f00:1', false],
  ['64:ff9b::5db8:d822', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['fe80::1', false],
])('whether %s is public: %s', (address, isPublic) => {
  expect(createNetworkAllowance('').allows(address)).toBe(isPublic)
})

test('an address that is not public is allowed where the operator names its network', () => {
  const allowance = createNetworkAllowance('168.63.129.16,4000::/16')
  expect(['168.63.129.16', '4000::1', '4001::1'].map((each) => allowance.allows(each))).toEqual([
    ...[true, true, false],
  ])
})

test('a network that is none is named', () => {
  expect(() => createNetworkAllowance('10.0.0.0/8, 10.0.0.0/99')).toThrow(
    '"10.0.0.0/99" is no network and no host; write one as 10.2.0.0/16 or feeds.example',
  )
})
