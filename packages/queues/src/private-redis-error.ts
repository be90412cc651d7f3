/** The private Redis cannot be started or stopped; the message says why and what to do. */
export class PrivateRedisError extends Error {
  override name = 'PrivateRedisError'
}
