/** Cuts a page from rows asked for with one more than its limit; that one tells whether there is a next page. */
export function toPage<T>(
  rows: T[],
  limit: number,
  cursorAfter: (last: T) => string,
): { page: T[]; next: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { page, next: rows.length > limit && last ? cursorAfter(last) : null }
}
