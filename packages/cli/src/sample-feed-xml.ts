import { generateRssFeed } from 'feedsmith'
import type { Sample } from './sample.ts'
import { textToHtml } from './text-to-html.ts'

/** Writes the samples as an RSS 2.0 feed whose pages lie under `base`, such as `http://127.0.0.1:8080`. */
export function sampleFeedXml(samples: readonly Sample[], base: string): string {
  return generateRssFeed({
    title: 'Muster samples',
    link: base,
    description: 'Articles that come with Muster',
    language: 'en',
    items: samples.map((sample) => toItem(sample, base)),
  })
}

// A title is left out where the article has none: RSS asks for a title or a description.
function toItem(sample: Sample, base: string) {
  return {
    ...(sample.title !== null && { title: sample.title }),
    link: `${base}/articles/${sample.number}`,
    guid: { value: `urn:muster:sample:${sample.number}`, isPermaLink: false },
    pubDate: sample.publishedAt,
    source: { title: sample.outlet, url: outletUrl(sample.outlet) },
    description: sample.text.split('\n\n', 1)[0] ?? '',
    content: { encoded: textToHtml(sample.text) },
  }
}

// The outlets are made up, and so are their addresses.
function outletUrl(outlet: string): string {
  return `https://${outlet.toLowerCase().replaceAll(' ', '-')}.example/`
}
