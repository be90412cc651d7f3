import { escapeUTF8 } from 'entities'
import type { DraftEntry, DraftFeed } from './draft.ts'

/** A draft as well-formed RSS 2.0 without its texts. Its dates are those published, else those of the last update. */
export function writeCanonicalRss({ title, link, items }: DraftFeed): string {
  const channel = `${element('title', title)}${element('link', link)}${items.map(writeItem).join('')}`
  return `<?xml version="1.0"?><rss version="2.0"><channel>${channel}</channel></rss>`
}

function writeItem(entry: DraftEntry): string {
  const enclosures = entry.enclosures.map(
    ({ url, type, length }) =>
      `<enclosure${attribute('url', url)}${attribute('type', type)}${attribute('length', length)}/>`,
  )
  const fields = [
    element('title', entry.title),
    element('link', entry.link),
    element('guid', entry.id),
    element('pubDate', (entry.publishedAt ?? entry.updatedAt)?.toISOString()),
    element('author', entry.author),
    element('source', entry.outlet),
    ...entry.categories.map((category) => element('category', category)),
    ...enclosures,
  ]
  return `<item>${fields.join('')}</item>`
}

const element = (name: string, text: string | null | undefined): string =>
  text ? `<${name}>${escapeUTF8(text)}</${name}>` : ''

const attribute = (name: string, value: string | number | null): string =>
  value === null ? '' : ` ${name}="${escapeUTF8(String(value))}"`
