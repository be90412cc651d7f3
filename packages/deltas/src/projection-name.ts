/** The projection that keeps articles, claims, estimates and deltas, all at one position of the log. */
export const projectionName = 'estimates'
