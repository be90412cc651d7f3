import type { NewEvent } from '@muster/event-store'
import type { Contender } from './contender.ts'

export type Load = { clients: number; batch: number; rounds: number; seconds: number }

let streams = 0

/** Events a second of each contender: the medians of rounds in which they take turns. */
export async function measureRates(
  contenders: Contender[],
  events: NewEvent[],
  load: Load,
): Promise<Map<Contender, number>> {
  const rates = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]))
  for (const contender of contenders) await measure(contender, events, load, 1)
  for (let round = 0; round < load.rounds; round++) {
    for (const [contender, own] of rates) own.push(await measure(contender, events, load, load.seconds))
  }
  return new Map([...rates].map(([contender, own]) => [contender, median(own)]))
}

async function measure(
  contender: Contender,
  events: NewEvent[],
  { clients, batch }: Load,
  seconds: number,
): Promise<number> {
  const written = events.slice(0, batch)
  const began = performance.now()
  const deadline = began + seconds * 1000
  let count = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < deadline) {
        await contender.write(`bench-${process.pid}-${streams++}`, written)
        count += batch
      }
    }),
  )
  return count / ((performance.now() - began) / 1000)
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
