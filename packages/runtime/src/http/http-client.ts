import { Agent, request } from 'undici'
import { BadRedirectError, BodyTooLargeError, RefusedAddressError } from './errors.ts'
import type { NetworkAllowance } from './network-allowance.ts'
import { type BodyLimits, readBody } from './read-body.ts'
import { type Resolver, vettedConnector } from './vetted-connector.ts'

/** What a server answered; `url` is where it did, after `redirects`. Only a good answer has a body. */
export type HttpReply = {
  status: number
  headers: Headers
  body: Buffer
  url: string
  redirects: HttpRedirect[]
}

/** One redirect: its status, and where it led. */
export type HttpRedirect = { status: number; url: string }

export type HttpClient = {
  /** Sends one request, following at most five redirects of a GET, each hop vetted; a POST's reply has no body. */
  request(url: string, options?: RequestOptions): Promise<HttpReply>
  close(): Promise<void>
}

type RequestOptions = {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** Asked before a redirect is followed; what it throws ends the request. */
  beforeRedirect?: (url: URL) => Promise<void>
}

type HttpLimits = {
  timeoutMs: number
  /** Of that, until a connection stands: 5 s. */
  connectTimeoutMs?: number
  userAgent: string
  maxBodyBytes: number
  maxEncodedBytes?: number
}
type Client = { agent: Agent; limits: HttpLimits & BodyLimits }

const MAX_REDIRECTS = 5
/** What of a body nobody reads is taken, so that the connection can be used again. */
const DUMPED_BYTES = 64 * 1024

/**
 * A client for addresses that strangers choose (feeds, pages, webhook endpoints). Every connection is vetted after
 * name resolution, so neither a redirect nor a changed name reaches an inner network (RefusedAddressError).
 * Bodies are cut off at `maxBodyBytes` after decompression and at `maxEncodedBytes` before it, and the whole
 * exchange ends after `timeoutMs`. Connections are kept for the next request.
 */
export function createHttpClient(
  allowance: NetworkAllowance,
  limits: HttpLimits,
  resolver?: Resolver,
): HttpClient {
  const agent = new Agent({
    connect: vettedConnector(allowance, resolver, limits.connectTimeoutMs),
    headersTimeout: limits.timeoutMs,
    bodyTimeout: limits.timeoutMs,
  })
  const client = { agent, limits: { maxEncodedBytes: limits.maxBodyBytes, ...limits } }
  return {
    request: (url, options = {}) => follow(client, new URL(url), options),
    close: () => agent.destroy(),
  }
}

async function follow(client: Client, start: URL, options: RequestOptions): Promise<HttpReply> {
  const signal = AbortSignal.timeout(client.limits.timeoutMs)
  const redirects: HttpRedirect[] = []
  let url = start
  for (;;) {
    if (!/^https?:$/.test(url.protocol) || url.username) {
      throw new RefusedAddressError(`${url.href} is no address of http or https without a name and password`)
    }
    const reply = await send(client, url, options, signal)
    const location = reply.headers.get('location')
    const redirected = reply.status >= 300 && reply.status < 400 && reply.status !== 304
    if (!redirected || !location || options.method === 'POST') return { ...reply, redirects }
    if (redirects.length === MAX_REDIRECTS) throw badRedirect(`more than ${MAX_REDIRECTS} redirects`, start)
    if (!URL.canParse(location, url.href)) throw badRedirect('a redirect to nowhere', start)
    url = new URL(location, url)
    redirects.push({ status: reply.status, url: url.href })
    await options.beforeRedirect?.(url)
  }
}

const badRedirect = (what: string, start: URL) => new BadRedirectError(`${what} from ${start.href}`)

async function send(
  { agent, limits }: Client,
  url: URL,
  options: RequestOptions,
  signal: AbortSignal,
): Promise<Omit<HttpReply, 'redirects'>> {
  const { statusCode, headers, body } = await request(url, {
    method: options.method ?? 'GET',
    body: options.body ?? null,
    dispatcher: agent,
    signal,
    headers: {
      'user-agent': limits.userAgent,
      'accept-encoding': 'gzip, deflate, br',
      ...options.headers,
    },
  })
  const reply = { status: statusCode, headers: toHeaders(headers), url: url.href }
  if (options.method === 'POST') {
    // What a webhook's receiver says beyond its status is of no interest, and is not waited for.
    body.on('error', () => {}).destroy()
  } else if (statusCode < 200 || statusCode > 299) {
    await body.dump({ limit: DUMPED_BYTES, signal })
  } else if (Number(reply.headers.get('content-length')) > limits.maxBodyBytes) {
    body.on('error', () => {}).destroy()
    throw new BodyTooLargeError(`the body is over ${limits.maxBodyBytes} bytes`)
  } else {
    return { ...reply, body: await readBody(body, reply.headers.get('content-encoding'), limits) }
  }
  return { ...reply, body: Buffer.alloc(0) }
}

function toHeaders(headers: Record<string, string | string[] | undefined>): Headers {
  const pairs = Object.entries(headers).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  )
  return new Headers(pairs)
}
