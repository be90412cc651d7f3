import type { ThreadFault } from '../threads/ask-thread.ts'
import { createThreadLine, LIMIT_MS } from '../threads/create-thread-line.ts'
import type { PageJob, PageOutcome } from './page-worker.ts'
import type { PageText, PageToRead } from './read-page.ts'

/** Reads pages and robots.txt outside the main thread, one after the other. */
export type PageReader = {
  read(page: PageToRead): Promise<PageText | ThreadFault>
  /** Whether the rules of a robots.txt let an agent ask for an address; not where finding out takes over 5 s. */
  allows(robotsUrl: string, rules: string, url: string, agent: string): Promise<boolean>
  /** Ends the thread; what is still waiting comes to `parse-failed`. */
  stop(): Promise<void>
}

const SCRIPT = new URL('./page-worker.mjs', import.meta.url)

/**
 * Creates a reader in a thread of its own, so that pages hold up no feed. A page that holds it longer than `limitMs`
 * (5 s) comes to `parse-timeout`, and the next gets a fresh thread. 500 kB of rules with many asterisks take 5 s too.
 */
export function createPageReader({ limitMs = LIMIT_MS }: { limitMs?: number } = {}): PageReader {
  const line = createThreadLine<PageJob, PageOutcome>(SCRIPT, limitMs)
  return {
    async read(page) {
      return (await line.ask({ kind: 'page', ...page })) as PageText | ThreadFault
    },
    async allows(robotsUrl, rules, url, agent) {
      const outcome = await line.ask({ kind: 'robots', robotsUrl, rules, url, agent })
      return outcome.kind === 'robots' && outcome.isAllowed
    },
    stop: line.stop,
  }
}
