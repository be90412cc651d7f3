import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A feed of one summary without a number; its page gives the number, and robots.txt allows to ask for it. */
export type SummaryFeed = { url: string; say(soldiers: string): void; remove(): void; close(): Promise<void> }

const pageOf = (soldiers: string) => `<!doctype html><html><head><title>Kenya</title></head><body><article>
  <p>Kenya sent ${soldiers} soldiers to Haiti on Monday, the defence ministry in Nairobi said in a statement to the press.</p>
  <p>They are to guard the port and the airport of the capital, which armed bands had closed for most of the year.</p>
  </article></body></html>`

/** Serves one on a free loopback port. */
export async function startSummaryFeed(soldiers: string): Promise<SummaryFeed> {
  let page: string | null = pageOf(soldiers)
  const server = createServer((request, response) => {
    const link = `http://${request.headers.host}/one.html`
    if (request.url === '/feed.xml')
      response.end(`<rss version="2.0"><channel><title>The Port</title><item><guid>port-1</guid><link>${link}</link>
        <pubDate>Wed, 20 Nov 2024 10:00:00 GMT</pubDate><description>Kenya has sent soldiers.</description></item></channel></rss>`)
    else if (request.url === '/robots.txt') response.end('User-agent: *\nDisallow: /private')
    else if (request.url === '/one.html' && page)
      response.writeHead(200, { 'content-type': 'text/html' }).end(page)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`,
    say(number) {
      page = pageOf(number)
    },
    remove() {
      page = null
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
