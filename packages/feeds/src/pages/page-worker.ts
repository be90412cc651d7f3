import { parentPort } from 'node:worker_threads'
import robots from 'robots-parser'
import { type PageText, type PageToRead, readPage } from './read-page.ts'

/** A page to read, or a robots.txt to look up an address in. */
export type PageJob =
  | ({ kind: 'page' } & PageToRead)
  | { kind: 'robots'; robotsUrl: string; rules: string; url: string; agent: string }

/** What a job comes to. */
export type PageOutcome = PageText | { kind: 'robots'; isAllowed: boolean }

/** Its types name a default export that the module does not have. */
const parseRobots = robots as unknown as typeof robots.default

const port = parentPort
if (!port) throw new Error('this module is started by createPageReader')
// What is not expected ends the thread, which its owner sees.
port.on('message', (job: PageJob) => port.postMessage(job.kind === 'page' ? readPage(job) : lookUp(job)))

// Loading takes seconds on a busy machine, which no page is to blame for.
port.postMessage('ready')

function lookUp({ robotsUrl, rules, url, agent }: Extract<PageJob, { kind: 'robots' }>): PageOutcome {
  return { kind: 'robots', isAllowed: parseRobots(robotsUrl, rules).isAllowed(url, agent) ?? true }
}
