const year = /^(?:19|20)\d\d$/

/** Whether four figures are a year of the last century or of this one. */
export function isYear(text: string | undefined): boolean {
  return text !== undefined && year.test(text)
}
