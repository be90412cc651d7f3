/** A request to an address that the operator does not allow. */
export class RefusedAddressError extends Error {
  override name = 'RefusedAddressError'
}

/** Redirects that go on and on, or nowhere. */
export class BadRedirectError extends Error {
  override name = 'BadRedirectError'
}

/** A body over the limit, as sent or after decompression. */
export class BodyTooLargeError extends Error {
  override name = 'BodyTooLargeError'
}

/** A body that is not what its Content-Encoding says, or not the whole of that. */
export class UnreadableBodyError extends Error {
  override name = 'UnreadableBodyError'
}

/** A connection that ended before the body did. */
export class BodyCutOffError extends Error {
  override name = 'BodyCutOffError'
}
