import { generateOpml } from 'feedsmith'

/** An OPML file of these feeds. */
export function writeOpml(feeds: { url: string; title: string }[], now: Date): string {
  return generateOpml({
    head: { title: 'Feeds of Muster', dateCreated: now },
    body: {
      outlines: feeds.map(({ url, title }) => ({ type: 'rss', text: title, title, xmlUrl: url })),
    },
  })
}
