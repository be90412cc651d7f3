import { agree, type Level, levels } from './agreement.ts'
import type { GoldClaim } from './gold.ts'

export type Match<P extends GoldClaim> = { pairs: [GoldClaim, P][]; missed: GoldClaim[]; extra: P[] }

/** Pairs annotated and predicted claims one to one at a level, the best agreement first, so that no repeat counts twice. */
export function matchClaims<P extends GoldClaim>(level: Level, gold: GoldClaim[], predicted: P[]): Match<P> {
  const missed = new Set(gold)
  const extra = new Set(predicted)
  const pairs: [GoldClaim, P][] = []
  for (const strictness of levels.toReversed()) {
    for (const wanted of missed) {
      const found = [...extra].find(
        (claim) => agree(strictness, wanted, claim) && agree(level, wanted, claim),
      )
      if (!found) continue
      missed.delete(wanted)
      extra.delete(found)
      pairs.push([wanted, found])
    }
  }
  return { pairs, missed: [...missed], extra: [...extra] }
}
