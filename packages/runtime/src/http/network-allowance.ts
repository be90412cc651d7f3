import ipaddr from 'ipaddr.js'

/** Decides whether an address may be connected to; `host` is the name that led to it. */
export type NetworkAllowance = { allows(address: string, host?: string): boolean }

/**
 * Public unicast addresses are allowed; private, loopback, link-local, metadata and other special ranges only where
 * the operator names their network, or the host by its name. `list` has CIDR ranges, addresses and host names with
 * commas between, for example `127.0.0.0/8,feeds.intranet.example`. Throws a RangeError naming an entry that is none.
 */
export function createNetworkAllowance(list: string): NetworkAllowance {
  const entries = list
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  const hosts = new Set(entries.filter(isHostName).map((entry) => entry.toLowerCase()))
  const networks = entries.filter((entry) => !isHostName(entry)).map(parseNetwork)
  return {
    allows(address, host = '') {
      if (!ipaddr.isValid(address)) return false
      const parsed = ipaddr.process(address)
      return (
        isPublic(parsed) ||
        hosts.has(host.toLowerCase().replace(/\.$/, '')) ||
        networks.some((network) => contains(network, parsed))
      )
    },
  }
}

type Address = ipaddr.IPv4 | ipaddr.IPv6
type Network = [Address, number]

// The library counts as unicast whatever has no other name; of IPv6 only this is given out (RFC 4291, IANA's registry).
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3')
// Where Azure answers each of its machines, with their settings and certificates.
const AZURE_PLATFORM = ipaddr.parseCIDR('168.63.129.16/32')

/** The last label of a name is no number, so that a mistyped address is none. */
const isHostName = (entry: string): boolean => /^([a-z\d_-]{1,63}\.)*[a-z][a-z\d-]{0,62}$/i.test(entry)

function isPublic(address: Address): boolean {
  const isGivenOut =
    address.kind() === 'ipv4' ? !contains(AZURE_PLATFORM, address) : contains(GLOBAL_IPV6, address)
  return isGivenOut && address.range() === 'unicast'
}

function parseNetwork(entry: string): Network {
  if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry)
  if (!ipaddr.isValid(entry)) {
    throw new RangeError(`"${entry}" is no network and no host; write one as 10.2.0.0/16 or feeds.example`)
  }
  const address = ipaddr.parse(entry)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

function contains([base, bits]: Network, address: Address): boolean {
  return base.kind() === address.kind() && address.match(base, bits)
}
