import type { Delta } from '@muster/deltas'
import type { Subscription } from './subscription.ts'

type Wish = Pick<Subscription, 'topic' | 'place' | 'statuses' | 'kinds' | 'smallestChange'>
type Happening = Pick<Delta, 'topic' | 'place' | 'claimStatus' | 'kind' | 'before' | 'after'>

/** Whether a subscription wants to hear of a delta. */
export function subscriptionMatches(wish: Wish, delta: Happening): boolean {
  return (
    topicFits(wish.topic, delta.topic) &&
    (wish.place === 'any' || wish.place === delta.place) &&
    (wish.statuses.length === 0 || wish.statuses.includes(delta.claimStatus)) &&
    (wish.kinds.length === 0 || wish.kinds.includes(delta.kind)) &&
    changeOf(delta) >= wish.smallestChange
  )
}

function topicFits(pattern: string, topic: string): boolean {
  const parts = topic.split('.')
  return pattern.split('.').every((part, index) => part === '*' || part === parts[index])
}

/**
 * The largest change of low, best or high, as a share of the number before. What has no number before or after
 * is a change of any size, and so is one that is not about size.
 */
function changeOf({ kind, before, after }: Happening): number {
  if (!before || !after || ['contested', 'settled', 'corroborated'].includes(kind))
    return Number.POSITIVE_INFINITY
  const sides = ['low', 'best', 'high'] as const
  return Math.max(...sides.map((side) => Math.abs(after[side] - before[side]) / Math.max(before[side], 1)))
}
