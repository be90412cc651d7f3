import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql'
import type { Contender } from './contender.ts'

/** Emmett's PostgreSQL store, with the same expectation: the stream is new. */
export async function emmett(url: string): Promise<Contender> {
  const store = getPostgreSQLEventStore(url)
  await store.schema.migrate()
  return {
    name: 'Emmett 0.42',
    write: (stream, events) =>
      store.appendToStream(
        stream,
        events.map(({ type, data, metadata }) => ({
          type: type.name,
          data: { ...data },
          metadata: { ...metadata },
        })),
        { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' },
      ),
    close: () => store.close(),
  }
}
