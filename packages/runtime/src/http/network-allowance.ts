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

// The deprecated way to write an IPv4 address in IPv6, ::127.0.0.1, which the library counts as unicast.
const IPV4_COMPATIBLE = ipaddr.parseCIDR('::/96')

/** The last label of a name is no number, so that a mistyped address is none. */
const isHostName = (entry: string): boolean => /^([a-z\d_-]{1,63}\.)*[a-z][a-z\d-]{0,62}$/i.test(entry)

function isPublic(address: Address): boolean {
  return address.range() === 'unicast' && !contains(IPV4_COMPATIBLE, address)
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
