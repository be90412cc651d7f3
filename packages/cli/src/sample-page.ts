import { escapeHtml } from './escape-html.ts'
import type { Sample } from './sample.ts'
import { textToHtml } from './text-to-html.ts'

/** Writes a sample as a page for the browser. */
export function samplePage(sample: Sample): string {
  const title = escapeHtml(sample.title ?? `Sample ${sample.number}`)
  const date = sample.publishedAt.toISOString().slice(0, 10)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title}</title>
<article>
<h1>${title}</h1>
<p>${escapeHtml(sample.outlet)}, <time datetime="${date}">${date}</time></p>
${textToHtml(sample.text)}
</article>
</html>
`
}
