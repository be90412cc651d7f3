import type { FeedCheck } from './check-feed.ts'

/** A check as lines for a person. */
export function checkLines(check: FeedCheck): string[] {
  const { url, outcome, status, reason, redirects, feed, retryAt, nextPollSeconds } = check
  const answer = [status === null ? null : `HTTP ${status}`, outcome, reason].filter(Boolean).join(', ')
  const lines = [
    ...redirects.map((redirect) => `redirect   ${redirect.status} to ${redirect.url}`),
    `address    ${url}`,
    `answer     ${answer}`,
  ]
  return [
    ...lines,
    ...(feed ? feedLines(check, feed) : []),
    ...(retryAt ? [`pause      until ${retryAt}`] : []),
    ...(nextPollSeconds === null ? [] : [`next poll  in ${Math.round(nextPollSeconds / 60)} min`]),
    '',
  ]
}

function feedLines(
  { etag, lastModified, contentType }: FeedCheck,
  feed: NonNullable<FeedCheck['feed']>,
): string[] {
  const validators = [etag && 'ETag', lastModified && 'Last-Modified'].filter(Boolean).join(' and ')
  const { items, summaries, withoutText, withoutDate, oldest, newest } = feed
  return [
    `type       ${contentType ?? 'not stated'}`,
    `title      ${feed.title ?? 'none'}`,
    `items      ${items}, ${withoutText} without text, ${withoutDate} without a date`,
    `summaries  ${summaries ? `${summaries}, whose pages "feeds full-text" would have asked for` : 'none'}`,
    `published  ${oldest ? `${oldest} to ${newest}` : 'not stated'}`,
    ...feed.latest.map((title) => `           ${title}`),
    `validators ${validators || 'none: the body is compared'}`,
    `hub        ${feed.hubs.join(', ') || 'none'}`,
  ]
}
