import { childrenOf } from './children-of.ts'
import type { FeedSchedule } from './parsed-feed.ts'
import { textOf } from './text-of.ts'
import type { XmlNode } from './xml-node.ts'

const PERIODS: Record<string, number> = {
  hourly: 3_600,
  daily: 86_400,
  weekly: 604_800,
  monthly: 2_592_000,
  yearly: 31_536_000,
}
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** How often a feed wants to be asked: `ttl` in minutes, `sy:updatePeriod`, `skipHours` and `skipDays`. */
export function readSchedule(channel: XmlNode): FeedSchedule {
  const ttl = Number(text(channel, 'ttl')) * 60
  const seconds = Math.max(ttl > 0 ? ttl : 0, period(channel))
  const skipped = (list: string, item: string) =>
    childrenOf(channel, list).flatMap((node) => childrenOf(node, item).map((each) => textOf(each).trim()))
  return {
    minSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
    skipHours: skipped('skiphours', 'hour')
      .filter((hour) => /^\d\d?$/.test(hour))
      .map((hour) => Number(hour) % 24),
    skipDays: skipped('skipdays', 'day')
      .map((day) => DAYS.indexOf(day.slice(0, 3).toLowerCase()))
      .filter((day) => day >= 0),
  }
}

function period(channel: XmlNode): number {
  const seconds = PERIODS[text(channel, 'sy:updateperiod').toLowerCase()] ?? 0
  const times = Number(text(channel, 'sy:updatefrequency'))
  return times > 0 ? seconds / times : seconds
}

function text(channel: XmlNode, name: string): string {
  const [node] = childrenOf(channel, name)
  return node ? textOf(node).trim() : ''
}
