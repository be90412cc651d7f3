const HOUR_MS = 3_600_000

/** What may be asked of a model within the hour that ends now. */
export type Budget = {
  /** Takes one request of an estimated number of tokens, unless that would exceed the hour's limits. */
  take(tokens: number, now: Date): boolean
}

/** A budget of requests and tokens over a sliding hour, kept in this process. */
export function createBudget(limits: { requestsPerHour: number; tokensPerHour: number }): Budget {
  let taken: { at: number; tokens: number }[] = []
  return {
    take(tokens, now) {
      taken = taken.filter(({ at }) => at > now.getTime() - HOUR_MS)
      const spent = taken.reduce((sum, request) => sum + request.tokens, 0)
      if (taken.length >= limits.requestsPerHour || spent + tokens > limits.tokensPerHour) return false
      taken.push({ at: now.getTime(), tokens })
      return true
    },
  }
}
