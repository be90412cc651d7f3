import type { WrittenJudges } from '@muster/extraction/fitting'
import type { Outcome } from './cross-validate.ts'

const rounds = 2000
const rate = 1

/** Fits how often claims are right to their chances, as a line over log-odds (Platt 1999). */
export function calibrate(outcomes: readonly Outcome[]): WrittenJudges['calibration'] {
  let slope = 1
  let offset = 0
  for (let round = 0; round < rounds && outcomes.length > 0; round += 1) {
    let forSlope = 0
    let forOffset = 0
    for (const { chance, right } of outcomes) {
      const odds = Math.log(Math.max(chance, 1e-6) / Math.max(1 - chance, 1e-6))
      const error = 1 / (1 + Math.exp(-(slope * odds + offset))) - Number(right)
      forSlope += error * odds
      forOffset += error
    }
    slope -= (rate * forSlope) / outcomes.length / 10
    offset -= (rate * forOffset) / outcomes.length
  }
  return { slope: Math.round(slope * 1000) / 1000, offset: Math.round(offset * 1000) / 1000 }
}
