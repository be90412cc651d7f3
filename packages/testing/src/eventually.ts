import { setTimeout as wait } from 'node:timers/promises'

const LIMIT_MS = 120_000

/** Waits until a condition holds and answers with its value; fails with what was last seen after two minutes. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
): Promise<T> {
  const deadline = Date.now() + LIMIT_MS
  let last: unknown
  while (Date.now() < deadline) {
    const seen = await look().catch((error: unknown) => {
      last = error
      return null
    })
    if (seen) return seen
    await wait(50)
  }
  throw new Error(`waited two minutes for ${what}${last ? `; last: ${String(last)}` : ''}`)
}
