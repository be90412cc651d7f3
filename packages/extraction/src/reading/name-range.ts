/** The tokens that name a source. */
export type NameRange = {
  from: number
  to: number
  /** Where the whole phrase starts of which only the short form is the name. */
  whole?: number
}
