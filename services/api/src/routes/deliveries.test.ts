import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenApi, openApi } from '../testing/open-api.ts'

type Page = { deliveries: { id: string; createdAt: string }[]; next: string | null }

let api: OpenApi
beforeAll(async () => {
  api = await openApi()
  const made = await api.call<{ subscription: { id: string } }>('POST', '/v1/subscriptions', {
    body: { name: 'All', endpoint: 'https://hooks.example/' },
  })
  await deliver(made.body.subscription.id, 1, '2024-10-20T00:00:00.000100Z')
  await deliver(made.body.subscription.id, 2, '2024-10-20T00:00:00.000300Z')
  await deliver(made.body.subscription.id, 3, '2024-10-20T00:00:00.000200Z')
  await deliver(made.body.subscription.id, 4, '2024-10-21T00:00:00Z')
  await deliver(made.body.subscription.id, 5, '2024-10-19T00:00:00Z')
})
afterAll(() => api.close())

const idOf = (number: number) => `00000000-0000-4000-8000-00000000000${number}`

/** Stores a dead delivery whose id ends in a number. */
async function deliver(subscriptionId: string, number: number, createdAt: string): Promise<void> {
  await api.pool.query(
    `with alert as (insert into alerts (id, subscription_id, position, ordinal, payload)
                    values ($1, $2, $3, 0, '{}') returning id)
     insert into deliveries (id, alert_id, endpoint, status, created_at)
     select id, id, 'https://hooks.example/', 'dead', $4 from alert`,
    [idOf(number), subscriptionId, number, createdAt],
  )
}

const list = async (query: string) => (await api.call<Page>('GET', `/v1/deliveries?${query}`)).body
const numbers = ({ deliveries }: Page) => deliveries.map(({ id }) => Number(id.at(-1)))

test('the newest dead letter comes first', async () => {
  expect(numbers(await list('status=dead&limit=1'))).toEqual([4])
})

test('deliveries come newest first, in pages without a gap or a repeat, also those of one instant', async () => {
  const seen: number[] = []
  let cursor = ''
  for (;;) {
    const page = await list(`limit=1${cursor}`)
    seen.push(...numbers(page))
    if (page.next === null) break
    cursor = `&before=${page.next}`
  }
  expect(seen).toEqual([4, 3, 2, 1, 5])
})
