import { defineEvent } from '@muster/event-store'
import * as v from 'valibot'

const feedId = v.pipe(v.string(), v.uuid())
const instant = v.pipe(v.string(), v.isoTimestamp())

/** A feed is read from now on. */
export const feedAdded = defineEvent(
  'FeedAdded',
  v.strictObject({ feedId, url: v.string(), outlet: v.string() }),
)

/** A feed has another address. */
export const feedMoved = defineEvent('FeedMoved', v.strictObject({ feedId, url: v.string() }))

/** Whether the pages of a feed's articles may be asked for was decided. */
export const feedFullTextSet = defineEvent(
  'FeedFullTextSet',
  v.strictObject({ feedId, fullText: v.boolean() }),
)

/** A feed is no longer read. */
export const feedPaused = defineEvent('FeedPaused', v.strictObject({ feedId }))

/** A paused feed is read again. */
export const feedResumed = defineEvent('FeedResumed', v.strictObject({ feedId }))

/** A feed says that it is gone for good; it is asked once a week from now on. */
export const feedGone = defineEvent('FeedGone', v.strictObject({ feedId }))

/** A feed has failed for a day without a break. */
export const feedFailing = defineEvent(
  'FeedFailing',
  v.strictObject({ feedId, since: instant, reason: v.string() }),
)

/** A feed has failed for a month without a break; it is asked once a week from now on. */
export const feedParked = defineEvent(
  'FeedParked',
  v.strictObject({ feedId, since: instant, reason: v.string() }),
)

/** A feed answers but has brought nothing for longer than its own history makes likely. */
export const feedWentQuiet = defineEvent(
  'FeedWentQuiet',
  v.strictObject({ feedId, lastNewsAt: instant, limitSeconds: v.number() }),
)

/** What was wrong with a feed is over. */
export const feedRecovered = defineEvent(
  'FeedRecovered',
  v.strictObject({ feedId, from: v.picklist(['failing', 'quiet', 'gone']) }),
)
