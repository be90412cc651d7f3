import type { Failure } from '../fetching/failure-of.ts'

/** A robots.txt forbids an address, or could not be had and so allows nothing. */
export class RobotsRefusalError extends Error {
  override name = 'RobotsRefusalError'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.detail)
    this.failure = failure
  }
}
