/** How long an answer stays fresh by its own words: `max-age` less `Age`; null when it does not say. */
export function freshSeconds(headers: Headers): number | null {
  const control = headers.get('cache-control') ?? ''
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(control)?.[1]
  if (maxAge === undefined || /no-(cache|store)/i.test(control)) return null
  const age = Number(headers.get('age') ?? 0)
  return Math.max(0, Number(maxAge) - (age > 0 ? age : 0))
}
