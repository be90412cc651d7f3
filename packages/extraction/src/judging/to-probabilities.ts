/** Turns scores into probabilities that add up to 1, in place. */
export function toProbabilities(scores: Float64Array | number[]): void {
  let top = Number.NEGATIVE_INFINITY
  for (const score of scores) top = Math.max(top, score)
  let sum = 0
  for (let at = 0; at < scores.length; at += 1) {
    scores[at] = Math.exp((scores[at] as number) - top)
    sum += scores[at] as number
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) / sum
}
