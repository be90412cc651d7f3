import { createPageReader, createRobots, type PageAsking, userAgentOf } from '@muster/feeds'
import { createHttpClient, createNetworkAllowance } from '@muster/runtime'
import type { Config } from './config.ts'

/** What pages are asked for with, until it is closed. */
export type Pages = PageAsking & { close(): Promise<void> }

/** A page of news has some 100 kB; one of more than 3 MB is not read. */
const LIMITS = { timeoutMs: 20_000, maxBodyBytes: 3_000_000 }

/** Opens what pages are asked for with: the same guard against inner networks as for feeds, and a thread that reads them. */
export function openPages(config: Config, clock: () => Date): Pages {
  const userAgent = userAgentOf(config)
  const http = createHttpClient(createNetworkAllowance(config.OUTBOUND_ALLOW), { ...LIMITS, userAgent })
  const reader = createPageReader()
  const robots = createRobots({ http, reader, userAgent, clock, spacingMs: config.POLL_SPACING_MS })
  return {
    ...{ http, reader, robots },
    async close() {
      await Promise.all([http.close(), reader.stop()])
    },
  }
}
