import type { HttpClient, HttpReply } from '@muster/runtime'
import { DomainBusyError } from '../domains/domain-busy-error.ts'
import { type Failure, failureOfError } from './failure-of.ts'

/** What asking for an address can come to. */
export type FetchReply =
  | ({ kind: 'answered' } & HttpReply)
  /** A redirect led to a domain that may not be asked before then. */
  | { kind: 'busy'; domain: string; freeAt: Date }
  | ({ kind: 'failed' } & Failure)

type FetchOptions = {
  headers?: Record<string, string>
  /** Asked before a redirect is followed, as by createTurns. */
  beforeRedirect?: (url: URL) => Promise<void>
}

/** Asks for an address that a stranger chose: a feed or a page. Whatever goes wrong has a name. */
export async function fetchUrl(
  http: Pick<HttpClient, 'request'>,
  url: string,
  options: FetchOptions = {},
): Promise<FetchReply> {
  try {
    return { kind: 'answered', ...(await http.request(url, options)) }
  } catch (error) {
    if (error instanceof DomainBusyError) {
      const { domain, freeAt } = error
      return { kind: 'busy', domain, freeAt }
    }
    return { kind: 'failed', ...failureOfError(error) }
  }
}
