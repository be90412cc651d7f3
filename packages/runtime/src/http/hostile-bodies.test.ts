import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { createHttpClient, createNetworkAllowance, type HttpClient } from '../index.ts'

const LIMITS = { timeoutMs: 20_000, maxBodyBytes: 10_000, maxEncodedBytes: 5_000, userAgent: 'Muster/test' }
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const serve = (answer: RequestListener): Promise<string> => listen(createServer(answer))

/** Answers with these bytes whatever is asked, and closes where told so. */
const serveRaw = (text: string, end: boolean): Promise<string> =>
  listen(
    createTcpServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => (end ? socket.end(text) : socket.write(text)))
    }),
  )

function client(options: { timeoutMs?: number; networks?: string } = {}): HttpClient {
  const { networks = '127.0.0.0/8', ...limits } = options
  const http = createHttpClient(createNetworkAllowance(networks), { ...LIMITS, ...limits })
  closing.unshift(() => http.close())
  return http
}

const text = async (url: string): Promise<string> => (await client().request(url)).body.toString()

test.each<[string, Buffer]>([
  ['gzip', gzipSync('<rss/>')],
  ['x-gzip', gzipSync('<rss/>')],
  ['br', brotliCompressSync('<rss/>')],
  ['deflate', deflateSync('<rss/>')],
  ['deflate', deflateRawSync('<rss/>')],
  ['gzip, br', brotliCompressSync(gzipSync('<rss/>'))],
  ['identity', Buffer.from('<rss/>')],
  ['gzip', Buffer.from('<rss/>')],
  ['deflate', Buffer.from('<rss/>')],
])('a body sent as %s is read, also where nothing is encoded at all', async (encoding, body) => {
  const url = await serve((_, response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(body),
  )
  expect(await text(url)).toBe('<rss/>')
})

test.each<[string, string, Buffer]>([
  ['a truncated gzip', 'gzip', gzipSync('a'.repeat(9_000)).subarray(0, 20)],
  ['a truncated brotli', 'br', brotliCompressSync(Buffer.from(LIMITS.userAgent.repeat(99))).subarray(0, 20)],
  ['text that is called brotli', 'br', Buffer.from('<rss version="2.0"></rss>')],
  ['a gzip with a bad end', 'gzip', Buffer.concat([gzipSync('a').subarray(0, -8), Buffer.alloc(8, 7)])],
  ['an unknown encoding', 'compress', Buffer.from('x')],
  ['nine encodings', Array.from({ length: 9 }, () => 'gzip').join(), gzipSync('a')],
])('%s is an unreadable body', async (_, encoding, body) => {
  const url = await serve((_, response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(body),
  )
  await expect(client().request(url)).rejects.toThrow(
    expect.objectContaining({ name: 'UnreadableBodyError' }),
  )
})

test.each<[string, string, () => Buffer]>([
  ['a gzip of 50 MB of zeros', 'gzip', () => gzipSync(Buffer.alloc(50_000_000))],
  ['a brotli of 50 MB of zeros', 'br', () => brotliCompressSync(Buffer.alloc(50_000_000))],
  ['a gzip of a gzip of 50 MB', 'gzip, gzip', () => gzipSync(gzipSync(Buffer.alloc(50_000_000)))],
  ['a body over the limit', 'identity', () => Buffer.alloc(10_001)],
])('%s is refused while it streams', async (_, encoding, body) => {
  const url = await serve((_, response) => {
    response.on('error', () => {})
    response.writeHead(200, { 'content-encoding': encoding }).write(body())
  })
  await expect(client().request(url)).rejects.toThrow(expect.objectContaining({ name: 'BodyTooLargeError' }))
})

test('a body that does not shrink is refused by what is sent', async () => {
  const noise = Buffer.from(Array.from({ length: 6_000 }, (_, index) => (index * index * 31) % 251))
  const zipped = gzipSync(noise, { level: 0 })
  const url = await serve((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(zipped),
  )
  await expect(client().request(url)).rejects.toThrow('the body is over 5000 bytes')
})

test('a Content-Length over the limit is believed at once', async () => {
  const url = await serveRaw('HTTP/1.1 200 OK\r\ncontent-length: 900000000\r\n\r\n', false)
  await expect(client().request(url)).rejects.toThrow('the body is over 10000 bytes')
})

test.each([
  ['a Content-Length longer than the body', 'content-length: 900\r\n\r\n<rss/>'],
  ['a chunk that never comes', 'transfer-encoding: chunked\r\n\r\n6\r\n<rss/>\r\n9\r\n'],
])('%s is a body that breaks off', async (_, rest) => {
  const url = await serveRaw(`HTTP/1.1 200 OK\r\n${rest}`, true)
  await expect(client().request(url)).rejects.toThrow(expect.objectContaining({ name: 'BodyCutOffError' }))
})

test('a body that never ends is given up for its time, not as one that breaks off', async () => {
  const url = await serveRaw('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n<rss/>', false)
  await expect(client({ timeoutMs: 300 }).request(url)).rejects.toThrow(
    expect.objectContaining({ name: 'TimeoutError' }),
  )
})

test('a Content-Length shorter than the body ends the body, and does not harm the next request', async () => {
  const url = await serveRaw('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n<rss/><html>and more', false)
  const http = client()
  expect((await http.request(url)).body.toString()).toBe('<rss/>')
  expect((await http.request(url)).body.toString()).toBe('<rss/>')
})

test('no HTTP at all is a broken answer', async () => {
  await expect(client().request(await serveRaw('220 mail.example ESMTP\r\n', true))).rejects.toThrow(
    /HTTP|Parse/i,
  )
})

test('a body that drips is given up when the whole takes too long', async () => {
  const url = await serve((_, response) => {
    response.writeHead(200)
    const drip = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(drip))
  })
  await expect(client({ timeoutMs: 300 }).request(url)).rejects.toThrow(/timeout/i)
})

test('headers that drip are given up as well', async () => {
  const url = await listen(
    createTcpServer((socket) => {
      socket.on('error', () => {}).write('HTTP/1.1 200 OK\r\n')
      const drip = setInterval(() => socket.write('x-more: 1\r\n'), 20)
      socket.on('close', () => clearInterval(drip))
    }),
  )
  await expect(client({ timeoutMs: 300 }).request(url)).rejects.toThrow(/timeout/i)
})

test('the body of an error page is not read, however long it is', async () => {
  const url = await serve((_, response) => {
    response.on('error', () => {})
    response.writeHead(404).write(Buffer.alloc(1_000_000))
  })
  const { status, body } = await client().request(url)
  expect([status, body.length]).toEqual([404, 0])
})

test('redirects are told hop by hop, and may be stopped before they are followed', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/') response.writeHead(301, { location: '/second' }).end()
    else if (request.url === '/second') response.writeHead(302, { location: 'third?x#y' }).end()
    else response.end('here')
  })
  const reply = await client().request(url)
  expect([reply.url, reply.redirects]).toEqual([
    `${url}third?x#y`,
    [
      { status: 301, url: `${url}second` },
      { status: 302, url: `${url}third?x#y` },
    ],
  ])
  const seen: string[] = []
  const stopped = client().request(url, {
    beforeRedirect: async ({ pathname }) => {
      seen.push(pathname)
      if (pathname === '/third') throw new Error('not there')
    },
  })
  await expect(stopped).rejects.toThrow('not there')
  expect(seen).toEqual(['/second', '/third'])
})

test('a redirect to nowhere is none', async () => {
  const url = await serve((_, response) => response.writeHead(302, { location: 'http://[' }).end())
  await expect(client().request(url)).rejects.toThrow('a redirect to nowhere')
})

test('a host that the operator names may be in a private network; its neighbour may not', async () => {
  const url = new URL(await serve((_, response) => response.end('inside')))
  url.hostname = 'localhost'
  const http = client({ networks: 'localhost' })
  expect((await http.request(url.href)).body.toString()).toBe('inside')
  url.hostname = '127.0.0.1'
  await expect(http.request(url.href)).rejects.toThrow(
    expect.objectContaining({ name: 'RefusedAddressError' }),
  )
})

test('a name that means another address after it was vetted is refused', async () => {
  const url = new URL(await serve((_, response) => response.writeHead(200, { connection: 'close' }).end('x')))
  url.hostname = 'rebinding.example'
  const answers = ['127.0.0.1', '127.0.0.2']
  const resolve = (_host: string, _options: object, answer: (...result: unknown[]) => void) =>
    answer(null, [{ address: answers.shift() ?? '', family: 4 }])
  const http = createHttpClient(createNetworkAllowance('127.0.0.1'), LIMITS, resolve as never)
  closing.unshift(() => http.close())
  expect((await http.request(url.href)).status).toBe(200)
  await expect(http.request(url.href)).rejects.toThrow('rebinding.example (127.0.0.2) is in a private')
})

test('connections are used again: the second is open only because the first was not yet released', async () => {
  const ports = new Set<number | undefined>()
  const url = await serve((request, response) => {
    ports.add(request.socket.remotePort)
    response.end('x')
  })
  const http = client()
  for (let count = 0; count < 9; count++) await http.request(url)
  expect(ports.size).toBeLessThanOrEqual(2)
})
