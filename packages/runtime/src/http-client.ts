import { lookup as resolve } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector, fetch } from 'undici'
import type { NetworkAllowance } from './network-allowance.ts'

/** A request to an address that the operator does not allow. */
export class RefusedAddressError extends Error {
  override name = 'RefusedAddressError'
}

export type HttpReply = { status: number; headers: Headers; body: Buffer; url: string }

export type HttpClient = {
  /** Sends one request, following at most five redirects of a GET, each hop vetted; a POST's reply has no body. */
  request(url: string, options?: RequestOptions): Promise<HttpReply>
  close(): Promise<void>
}

type RequestOptions = { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string }
type Limits = { timeoutMs: number; maxBodyBytes: number; userAgent: string }

const CONNECT_TIMEOUT_MS = 5_000
const MAX_REDIRECTS = 5

/**
 * A client for addresses that strangers choose (feeds, webhook endpoints). Every connection is vetted after
 * name resolution, so neither a redirect nor a changed name reaches an inner network (RefusedAddressError).
 * Bodies are cut off at `maxBodyBytes` after decompression, and the whole exchange ends after `timeoutMs`.
 */
export function createHttpClient(allowance: NetworkAllowance, limits: Limits): HttpClient {
  const agent = new Agent({
    connect: guardedConnector(allowance),
    headersTimeout: limits.timeoutMs,
    bodyTimeout: limits.timeoutMs,
  })
  return {
    request: (url, options = {}) => follow(agent, limits, new URL(url), options),
    close: () => agent.destroy(),
  }
}

function guardedConnector(allowance: NetworkAllowance): buildConnector.connector {
  const connect = buildConnector({ lookup: vettedLookup(allowance), timeout: CONNECT_TIMEOUT_MS })
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '')
    // A literal address never reaches the lookup, so it is vetted here.
    if (isIP(host) && !allowance.allows(host)) callback(refused(host), null)
    else connect(options, callback)
  }
}

function vettedLookup(allowance: NetworkAllowance): LookupFunction {
  return (host, options, callback) =>
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '')
      const bad = addresses.find(({ address }) => !allowance.allows(address))
      const first = addresses[0]
      if (bad || !first) return callback(refused(`${host} (${bad?.address ?? 'no address'})`), '')
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
}

function refused(host: string): RefusedAddressError {
  return new RefusedAddressError(
    `${host} is in a private or special network; an operator can allow it in OUTBOUND_ALLOW, as in OUTBOUND_ALLOW=10.2.0.0/16`,
  )
}

async function follow(agent: Agent, limits: Limits, start: URL, options: RequestOptions): Promise<HttpReply> {
  const signal = AbortSignal.timeout(limits.timeoutMs)
  let url = start
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    if (!/^https?:$/.test(url.protocol) || url.username) throw refused(url.href)
    const reply = await send(agent, limits, url, options, signal)
    const location = reply.headers.get('location')
    const redirected = reply.status >= 300 && reply.status < 400 && reply.status !== 304
    if (!redirected || !location || options.method === 'POST') return reply
    url = new URL(location, url)
  }
  throw new Error(`more than ${MAX_REDIRECTS} redirects from ${start.href}`)
}

async function send(
  agent: Agent,
  limits: Limits,
  url: URL,
  options: RequestOptions,
  signal: AbortSignal,
): Promise<HttpReply> {
  try {
    const response = await fetch(url, {
      ...options,
      dispatcher: agent,
      redirect: 'manual',
      signal,
      headers: { 'user-agent': limits.userAgent, ...options.headers },
    })
    const body = await readBody(response.body, options, limits)
    return { status: response.status, headers: new Headers([...response.headers]), body, url: url.href }
  } catch (error) {
    // fetch hides the reason behind "fetch failed"; the reason is what an operator needs.
    if (error instanceof TypeError && error.cause instanceof Error) throw error.cause
    throw error
  }
}

/** What a webhook's receiver says beyond its status is of no interest, and is not waited for. */
async function readBody(
  body: ReadableStream<Uint8Array> | null,
  { method }: RequestOptions,
  { maxBodyBytes }: Limits,
): Promise<Buffer> {
  if (method !== 'POST') return readLimited(body, maxBodyBytes)
  await body?.cancel()
  return Buffer.alloc(0)
}

// The agent's own response limit counts compressed bytes: a 51 kB gzip came out as 50 MB.
async function readLimited(body: AsyncIterable<Uint8Array> | null, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > maxBytes) throw new Error(`the body is over ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
