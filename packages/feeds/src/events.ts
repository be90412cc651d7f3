import { defineEvent } from '@muster/event-store'
import * as v from 'valibot'

const feedId = v.pipe(v.string(), v.uuid())

/** A feed is read from now on. */
export const feedAdded = defineEvent(
  'FeedAdded',
  v.strictObject({ feedId, url: v.string(), outlet: v.string() }),
)

/** A feed has another address. */
export const feedMoved = defineEvent('FeedMoved', v.strictObject({ feedId, url: v.string() }))

/** A feed is no longer read. */
export const feedPaused = defineEvent('FeedPaused', v.strictObject({ feedId }))

/** A paused feed is read again. */
export const feedResumed = defineEvent('FeedResumed', v.strictObject({ feedId }))
