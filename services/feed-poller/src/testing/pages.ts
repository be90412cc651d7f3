import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { PageReader } from '@muster/feeds'
import { item, rss, type TestPoller } from './open-poller.ts'

/** What a server answers at a path. */
type Answer = (response: ServerResponse, request: IncomingMessage) => unknown
export type Answers = Record<string, Answer>

export const SUMMARY = 'Soldiers left the town.'

/** The article behind the summary. */
export const SENTENCES = [
  'About 3,000 soldiers of the northern brigade left the town of Lesko on Monday, the ministry said in a statement.',
  'They are to take part in exercises near the border, where some 200 vehicles were seen, and return by December.',
  'Residents spoke of long columns on the only road, which was closed to all other traffic until the evening.',
]

/** A page of a newspaper with these paragraphs. */
export const pageOf = (paragraphs: string[]): string =>
  `<!doctype html><html><head><title>Troops leave</title></head><body><nav>World, News, Sport</nav>
  <article><h1>Troops leave</h1>${paragraphs.map((each) => `<p>${each}</p>`).join('')}</article>
  <aside>${'<p>Another story, which has nothing to do with this one, but is long.</p>'.repeat(30)}</aside></body></html>`

export const html =
  (body: string): Answer =>
  (response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(body)

export const status =
  (code: number): Answer =>
  (response) =>
    response.writeHead(code).end()

/**
 * Serves a feed of one summary, whose page is at /one, and these answers, and polls it; answers with the paths that are
 * asked for after that, as they are.
 */
export async function pollSummary(
  poller: TestPoller,
  answers: Answers,
  { fullText = true, host = 'news.example' } = {},
): Promise<string[]> {
  const asked: string[] = []
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? ''
    if (path === '/')
      return response.end(rss(item('1', SUMMARY, `<link>http://${request.headers.host}/one</link>`)))
    asked.push(path)
    return (answers[path] ?? status(404))(response, request)
  }
  await poller.pollWhenDue(await poller.add(await poller.serve(listener, host), fullText))
  return asked
}

/** Looks at what is due several times, each time when the domain is free again: robots.txt takes a turn of its own. */
export async function lookUntilDone(poller: TestPoller, reader: PageReader, times = 2): Promise<void> {
  for (let n = 0; n < times; n++) {
    poller.pass(2_000)
    await poller.look(reader)
  }
}
