import { createQueues } from '@muster/queues'
import { eventually, freshRedis, quiet, type Receiver, startReceiver } from '@muster/testing'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Muster, prepareMuster } from './support/muster.ts'
import { startOneItemFeed } from './support/one-item-feed.ts'
import { CLAIMS, DELTAS, ESTIMATES } from './support/sample-facts.ts'
import { startSummaryFeed } from './support/summary-feed.ts'

const backends = ['postgres', ...(inject('redisUrl') ? ['redis'] : [])]

describe.each(backends)('from a feed to a signed alert, queues on %s', (backend) => {
  let muster: Muster
  let receiver: Receiver
  let secret: string

  beforeAll(async () => {
    receiver = await startReceiver()
    muster = await prepareMuster(backend === 'redis' ? await freshRedis() : undefined)
    await muster.start()
    await muster.api('POST', '/v1/feeds', { url: muster.samples.url, outlet: 'Samples' })
    await muster.settled(5)
  })
  afterAll(async () => {
    await muster.stop()
    await receiver.close()
  })

  test('the five samples give the expected claims, each at its exact place in the stored text', async () => {
    expect(await claims()).toEqual(CLAIMS)
    const { rows } = await muster.pool.query(
      `select s.text, c.span_start as start, c.span_end as "end" from claims c join snapshots s on s.hash = c.snapshot_hash order by c.position`,
    )
    const sliced = rows.map(({ text, start, end }) => text.slice(start, end))
    const { claims: served } = await muster.api<{ claims: { quote: string }[] }>(
      'GET',
      '/v1/claims?limit=200',
    )
    expect(served.map(({ quote }) => quote).reverse()).toEqual(sliced)
    expect(sliced.sort()).toEqual(CLAIMS.map(([quote]) => quote).sort())
  })

  test('they give the expected estimates and deltas', async () => {
    expect(await estimates()).toEqual(ESTIMATES)
    expect(await deltas()).toEqual(DELTAS)
  })

  test('a sixth article with a new number produces exactly one signed alert', async () => {
    const feed = await startOneItemFeed()
    const subscription = { name: 'North Korea', endpoint: receiver.url, topic: 'PRK.personnel.*' }
    secret = (await muster.api<{ secret: string }>('POST', '/v1/subscriptions', subscription)).secret
    receiver.answerWith(503, 204)
    await muster.api('POST', '/v1/feeds', { url: feed.url, outlet: 'The Sixth' })
    await muster.settled(6)
    await feed.close()

    // The first request was refused and made again: one alert, one id, both requests signed.
    const payloads = receiver.requests.map(({ body, headers }) =>
      new Webhook(secret).verify(body, headers as Record<string, string>),
    )
    expect(new Set(receiver.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(payloads).toHaveLength(2)
    expect(payloads[1]).toEqual(payloads[0])
    expect(payloads[0]).toMatchObject({
      type: 'estimate.changed',
      data: {
        delta: {
          topic: 'PRK.personnel.deployed',
          place: '*',
          kind: 'raised',
          before: { best: 11_000 },
          after: { best: 11_500, high: 14_000 },
        },
        claim: { quote: 'about 14,000 North Korean soldiers', source: 'Pentagon', status: 'actual' },
        article: { outlet: 'The Sixth', title: 'Pentagon gives new figure' },
      },
    })
    const { deliveries } = await muster.api<{ deliveries: object[] }>('GET', '/v1/deliveries')
    expect(deliveries).toEqual([expect.objectContaining({ status: 'delivered', attempts: 2 })])
  })

  test('running everything twice changes nothing and tells nobody', async () => {
    const before = await everything()
    await pollAgain()
    await extractAgain()
    await muster.pool.query(`update projections set position = 0 where name = 'alerts'`)
    await muster.settled(6)
    expect(await everything()).toEqual(before)
    expect(receiver.requests).toHaveLength(2)
  })

  test('a summary gives the claims of its page; an edit of the page revises them, and its end leaves them', async () => {
    const feed = await startSummaryFeed('400')
    await muster.api('POST', '/v1/feeds', { url: feed.url, outlet: 'The Port', fullText: true })
    await muster.settled(7)
    feed.say('600')
    const article = await lookUntil('the revised claim', ({ claims }) => claims[0]?.low === 600)
    feed.remove()
    const gone = await lookUntil('the end of the page', ({ article }) => article.goneAt !== null)
    await feed.close()
    expect([article, gone]).toMatchObject([
      {
        article: { textBasis: 'page', pageFailure: null, goneAt: null },
        claims: [{ low: 600, actor: 'KEN' }],
      },
      { article: { textBasis: 'page' }, claims: [{ low: 600, actor: 'KEN' }] },
    ])
    expect(gone.claims).toHaveLength(1)
  })

  type Shown = {
    article: { textBasis: string; goneAt: string | null }
    claims: { low: number; actor: string }[]
  }

  /** Has the newest article's page looked at again and again, as if its time had come. */
  async function lookUntil(what: string, isDone: (shown: Shown) => boolean): Promise<Shown> {
    const [{ id }] = (await muster.api<{ articles: [{ id: string }] }>('GET', '/v1/articles?limit=1'))
      .articles
    let shown: Shown | undefined
    await eventually(what, async () => {
      await muster.pool.query(
        `update page_looks set due_at = now() where due_at > now() + interval '1 minute'`,
      )
      shown = await muster.api<Shown>('GET', `/v1/articles/${id}`)
      return isDone(shown)
    })
    return shown as Shown
  }

  /** Polls the sample feed once more, without validators, so that it answers in full. */
  async function pollAgain() {
    const now = new Date()
    await muster.pool.query(
      'update feeds set etag = null, last_modified = null, next_poll_at = $1 where url = $2',
      [now, muster.samples.url],
    )
    await eventually('another poll', async () => {
      const { rows } = await muster.pool.query('select last_polled_at from feeds where url = $1', [
        muster.samples.url,
      ])
      return rows[0].last_polled_at > now
    })
  }

  async function extractAgain() {
    const { rows } = await muster.pool.query<{ id: string }>('select id from articles')
    const ids = rows.map(({ id }) => `again-${id}`)
    const queues = createQueues(muster.queueOptions, quiet)
    await queues.enqueue(
      'extractions',
      rows.map(({ id }) => ({ id: `again-${id}`, data: { articleId: id } })),
    )
    const queue = queues.all().find(({ name }) => name === 'extractions')
    await eventually('the extractions to be done again', async () => {
      const states = await Promise.all(ids.map(async (id) => (await queue?.getJob(id))?.getState()))
      return states.every((state) => state === 'completed')
    })
    await queues.close()
  }

  async function claims() {
    const { rows } = await muster.pool.query(
      `select s.text, c.* from claims c join snapshots s on s.hash = c.snapshot_hash order by c.published_at, c.position`,
    )
    return rows.map(({ text, span_start, span_end, low, high, topic, status, extent, source, places }) => [
      text.slice(span_start, span_end),
      low,
      high,
      topic,
      status,
      extent,
      source,
      places,
    ])
  }

  async function estimates() {
    const { rows } = await muster.pool.query(
      `select * from estimates order by topic collate "C", place collate "C", basis`,
    )
    return rows.map(({ topic, place, basis, low, best, high, contested, origins }) => [
      `${topic}@${place}`,
      basis,
      low,
      best,
      high,
      contested,
      origins.length,
    ])
  }

  async function deltas() {
    const found = await muster.api<{ deltas: Record<string, string>[] }>('GET', '/v1/deltas?limit=200')
    return found.deltas.map(({ topic, place, kind }) => [`${topic}@${place}`, kind])
  }

  async function everything() {
    const count = async (table: string) =>
      (await muster.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n
    return {
      head: (await muster.pool.query('select position from event_log')).rows[0].position,
      claims: await claims(),
      estimates: await estimates(),
      deltas: await deltas(),
      snapshots: await count('snapshots'),
      alerts: await count('alerts'),
    }
  }
})
