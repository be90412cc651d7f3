/** The numbers of the advisory locks that processes take; functions in the migrations have 727001–727003 and 727005. */
export const advisoryLocks = {
  /** Held by the one projector that works. */
  projector: 727_004,
  /** Held by the one feed poller that tells operators. */
  operatorAlerts: 727_006,
  /** Held while estimates are rebuilt. */
  rebuild: 727_007,
  /** Held while archives of the log are written or restored. */
  archives: 727_008,
} as const
