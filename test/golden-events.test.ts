import * as alerts from '@muster/alerts'
import * as articles from '@muster/articles'
import * as claims from '@muster/claims'
import * as log from '@muster/event-store'
import * as feeds from '@muster/feeds'
import { expect, test } from 'vitest'
import corpus from './golden-events.json' with { type: 'json' }

const exported: unknown[] = [log, feeds, articles, claims, alerts].flatMap((stage) => Object.values(stage))
const kinds = exported.filter(isEventType)

function isEventType(value: unknown): value is log.EventType {
  return typeof value === 'object' && value !== null && 'check' in value && 'read' in value
}

const nameOf = ({ type, schemaVersion }: { type: string; schemaVersion: number }) =>
  `${type} ${schemaVersion}`

test('the corpus has every version of every kind of event once', () => {
  const versions = kinds.flatMap(({ name, version }) =>
    Array.from({ length: version }, (_, index) => nameOf({ type: name, schemaVersion: index + 1 })),
  )
  expect(corpus.map(nameOf).sort()).toEqual(versions.sort())
})

test.each(corpus)('$type of version $schemaVersion reads as it always did', ({ reads, ...event }) => {
  const kind = kinds.find(({ name }) => name === event.type)
  const data = kind?.read(event)
  expect(data).toEqual(reads ?? event.data)
  expect(() => kind?.check(data ?? {})).not.toThrow()
})
