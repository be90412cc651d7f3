import { countFeeds } from '@muster/feeds'
import type { Pool } from '@muster/postgres'

const MEANINGS = {
  failing: 'failing for a day',
  quiet: 'quiet for longer than their history makes likely',
  gone: 'gone',
}

/** The alarm of the poller: how many feeds somebody should look at, or null. */
export async function troubledFeeds(pool: Pool): Promise<string | null> {
  const counts = await countFeeds(pool)
  const parts = Object.entries(MEANINGS).flatMap(([trouble, meaning]) => {
    const of = counts.filter((each) => each.trouble === trouble && each.status !== 'paused')
    const feeds = of.reduce((sum, each) => sum + each.feeds, 0)
    return feeds > 0 ? [`${feeds} ${meaning}`] : []
  })
  return parts.length > 0 ? `feeds: ${parts.join(', ')}; see "muster feeds --trouble"` : null
}
