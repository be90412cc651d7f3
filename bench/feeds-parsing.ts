import { parseFeed } from '@muster/feeds'
import RssParser from 'rss-parser'
import { printTable } from './print-table.ts'

const URL = 'https://news.example/feed.xml'
const ROUNDS = 40
const PARAGRAPH =
  '<p>About 3,000 soldiers <b>left</b> the <a href="/base">base</a> on Tuesday, the ministry said, and more are to follow.</p>'

/** CPU of parsing a feed of 100 items, short and with full text: rss-parser alone, parseFeed, and parseFeed as the poller calls it. */
export async function benchFeedsParsing(): Promise<void> {
  const plain = new RssParser()
  const rows: string[][] = []
  for (const [name, xml] of Object.entries({ 'rss, short': rss(1), 'rss, full text': rss(30) })) {
    const body = Buffer.from(xml)
    const runs = [
      () => plain.parseString(xml),
      () => parseFeed(body, 'text/xml', URL),
      () => parseFeed(body, 'text/xml', URL, new Date(), { bodies: false }),
    ]
    const [alone = 0, ours = 0, text = 0] = await measure(runs)
    const figures = [alone, ours, ours / alone, text, text / alone].map((figure) => figure.toFixed(2))
    rows.push([name, `${Math.round(body.length / 1000)} kB`, ...figures, (1000 / text).toFixed(0)])
  }
  printTable(
    'Parsing a feed of 100 items',
    ['feed', 'size', 'rss-parser, CPU ms', 'parseFeed', 'ratio', 'text only', 'ratio', 'feeds/s a core'],
    rows,
  )
}

function rss(paragraphs: number): string {
  const item = (n: number) =>
    `<item><title>Story ${n}</title><link>https://news.example/${n}</link><guid>urn:${n}</guid><pubDate>Wed, 23 Oct 2024 08:00:00 GMT</pubDate><description><![CDATA[${PARAGRAPH.repeat(paragraphs)}]]></description></item>`
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${Array.from({ length: 100 }, (_, n) => item(n)).join('')}</channel></rss>`
}

/** Milliseconds of CPU a run, the runs taking turns so that a busy machine burdens all alike. */
async function measure(runs: (() => Promise<unknown>)[]): Promise<number[]> {
  const spent = runs.map(() => 0)
  for (let round = -5; round < ROUNDS; round++) {
    for (const [index, run] of runs.entries()) {
      const before = process.cpuUsage()
      await run()
      const { user, system } = process.cpuUsage(before)
      // The first rounds warm up.
      if (round >= 0) spent[index] = (spent[index] ?? 0) + (user + system) / 1000 / ROUNDS
    }
  }
  return spent
}
