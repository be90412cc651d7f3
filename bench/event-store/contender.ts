import type { NewEvent } from '@muster/event-store'

/** One way to write events to a new stream. */
export type Contender = {
  name: string
  write(stream: string, events: NewEvent[]): Promise<unknown>
  close?(): Promise<unknown>
}
