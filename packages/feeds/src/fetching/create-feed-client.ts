import { createHttpClient, createNetworkAllowance, type HttpClient, type Values } from '@muster/runtime'
import type { askingSettings } from './asking-settings.ts'
import { userAgentOf } from './user-agent-of.ts'

type Settings = Pick<Values<typeof askingSettings>, 'OUTBOUND_ALLOW' | 'CONTACT_URL'>

const LIMITS = { timeoutMs: 20_000, maxBodyBytes: 10_000_000, maxEncodedBytes: 5_000_000 }

/** What feeds are asked for with: 20 s for each, 10 MB of body, 5 MB before decompression. */
export function createFeedClient(settings: Settings): HttpClient {
  const allowance = createNetworkAllowance(settings.OUTBOUND_ALLOW)
  return createHttpClient(allowance, { ...LIMITS, userAgent: userAgentOf(settings) })
}
