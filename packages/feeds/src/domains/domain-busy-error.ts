/** A domain was asked a moment ago, or asked for a pause. */
export class DomainBusyError extends Error {
  override name = 'DomainBusyError'
  readonly domain: string
  readonly freeAt: Date

  constructor(domain: string, freeAt: Date) {
    super(`${domain} may be asked again at ${freeAt.toISOString()}`)
    this.domain = domain
    this.freeAt = freeAt
  }
}
