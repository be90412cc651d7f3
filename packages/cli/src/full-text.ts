import { findFeedByUrl, setFeedFullText } from '@muster/feeds'
import { InvalidArgumentError } from 'commander'
import { withFeedDatabase } from './feed-database.ts'

/** The command `feeds full-text`: allows or forbids a feed, by its address, to have the pages of its articles asked for. */
export async function setFullText(url: string, options: { forbid?: boolean }): Promise<void> {
  const fullText = !options.forbid
  await withFeedDatabase(async (pool) => {
    const feed = await findFeedByUrl(pool, url)
    if (!feed) throw new InvalidArgumentError(`there is no feed "${url}"; "muster feeds" lists them`)
    await setFeedFullText(pool, feed.id, fullText, new Date())
  })
  process.stdout.write(`full text of ${url} is ${fullText ? 'allowed' : 'forbidden'}\n`)
}
