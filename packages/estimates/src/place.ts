/** The place of the series that counts a force wherever it is. */
export const OVERALL = '*'
