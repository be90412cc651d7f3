import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const SIXTH = `<?xml version="1.0"?>
<rss version="2.0"><channel><title>The Sixth</title><item>
  <guid isPermaLink="false">urn:test:sixth</guid>
  <title>Pentagon gives new figure</title>
  <pubDate>Wed, 20 Nov 2024 09:00:00 GMT</pubDate>
  <description><![CDATA[<p>The Pentagon said on Wednesday that about 14,000 North Korean soldiers are deployed in Russia.</p>]]></description>
</item></channel></rss>`

/** A feed of one article with a number that none of the samples has, on a free loopback port. */
export async function startOneItemFeed(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(SIXTH),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
