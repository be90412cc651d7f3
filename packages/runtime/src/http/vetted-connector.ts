import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { RefusedAddressError } from './errors.ts'
import type { NetworkAllowance } from './network-allowance.ts'

/** Finds the addresses of a host; node:dns does unless a test answers in its place. */
export type Resolver = typeof lookup

const CONNECT_TIMEOUT_MS = 5_000

/** Makes connections within `timeoutMs` (5 s), each to an address that was vetted after its name was resolved. */
export function vettedConnector(
  allowance: NetworkAllowance,
  resolve: Resolver = lookup,
  timeoutMs = CONNECT_TIMEOUT_MS,
): buildConnector.connector {
  const connect = buildConnector({ lookup: vettedLookup(allowance, resolve), timeout: timeoutMs })
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '')
    // A literal address never reaches the lookup, so it is vetted here.
    if (isIP(host) && !allowance.allows(host)) callback(refused(host), null)
    else connect(options, callback)
  }
}

function vettedLookup(allowance: NetworkAllowance, resolve: Resolver): LookupFunction {
  return (host, options, callback) =>
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '')
      const bad = addresses.find(({ address }) => !allowance.allows(address, host))
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
