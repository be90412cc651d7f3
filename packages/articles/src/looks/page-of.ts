import { domainOf, type Feed } from '@muster/feeds'

/** As of the address of a feed. */
const LONGEST_URL = 2_000

/** The page of an entry, and the domain that is asked for it; null where its feed is not allowed to have pages asked for. */
export function pageOf(
  { fullText }: Pick<Feed, 'fullText'>,
  { link }: { link: string | null },
): { url: string; domain: string } | null {
  if (!fullText || link === null || link.length > LONGEST_URL) return null
  return { url: link, domain: domainOf(link).name }
}
