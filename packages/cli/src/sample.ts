/** A sample article: what its file says, in our words. */
export type Sample = {
  /** `000`, `001`, …: names the file, the guid and the page. */
  number: string
  title: string | null
  outlet: string
  publishedAt: Date
  text: string
}
