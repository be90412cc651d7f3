import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'

const TEMPLATE_IN_USE = '55006'

/** A migrated, empty database of its own for a test file. It goes with the server at the end of the run. */
export async function freshDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client(withDatabase('postgres'))
  await client.connect()
  try {
    for (;;) {
      const error = await client.query(`create database ${name} template template strategy file_copy`).then(
        () => null,
        (failure: { code?: string }) => failure,
      )
      if (error === null) return withDatabase(name)
      if (error.code !== TEMPLATE_IN_USE) throw error
      await wait(50)
    }
  } finally {
    await client.end()
  }
}

function withDatabase(name: string): string {
  const url = new URL(inject('templateUrl'))
  url.pathname = `/${name}`
  return url.href
}
