import ipaddr from 'ipaddr.js'

/** Decides whether an address may be connected to. */
export type NetworkAllowance = { allows(address: string): boolean }

/**
 * Public unicast addresses are allowed; private, loopback, link-local, metadata and other special ranges only
 * where the operator names their network. `networks` is a comma list of CIDR ranges or addresses, for example
 * `127.0.0.0/8,10.2.0.0/16`. Throws a RangeError naming an entry that is neither.
 */
export function createNetworkAllowance(networks: string): NetworkAllowance {
  const named = networks
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map(parseNetwork)
  return {
    allows(address) {
      if (!ipaddr.isValid(address)) return false
      const parsed = ipaddr.process(address)
      return isPublic(parsed) || named.some((network) => contains(network, parsed))
    },
  }
}

type Address = ipaddr.IPv4 | ipaddr.IPv6
type Network = [Address, number]

// The deprecated way to write an IPv4 address in IPv6, ::127.0.0.1, which the library counts as unicast.
const IPV4_COMPATIBLE = ipaddr.parseCIDR('::/96')

function isPublic(address: Address): boolean {
  return address.range() === 'unicast' && !contains(IPV4_COMPATIBLE, address)
}

function parseNetwork(entry: string): Network {
  if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry)
  if (!ipaddr.isValid(entry)) throw new RangeError(`"${entry}" is no network; write one as 10.2.0.0/16`)
  const address = ipaddr.parse(entry)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

function contains([base, bits]: Network, address: Address): boolean {
  return base.kind() === address.kind() && address.match(base, bits)
}
