/** An address made absolute against a base; null when it is missing, unreadable or anything but http(s). */
export function resolveUrl(address: string | null | undefined, base: string): string | null {
  const trimmed = address?.trim()
  if (!trimmed || !URL.canParse(trimmed, base)) return null
  const url = new URL(trimmed, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}
