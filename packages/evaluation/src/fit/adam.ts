const fade = 0.9
const fadeOfSquares = 0.999

/** Makes a step down a gradient that changes `values` in place, each time by about `rate` at most (Adam, Kingma & Ba 2015). */
export function createAdam(values: Float64Array, rate: number): (gradient: Float64Array) => void {
  const means = new Float64Array(values.length)
  const squares = new Float64Array(values.length)
  let steps = 0
  return (gradient) => {
    steps += 1
    const correction = Math.sqrt(1 - fadeOfSquares ** steps) / (1 - fade ** steps)
    for (let at = 0; at < values.length; at += 1) {
      const slope = gradient[at] as number
      means[at] = fade * (means[at] as number) + (1 - fade) * slope
      squares[at] = fadeOfSquares * (squares[at] as number) + (1 - fadeOfSquares) * slope * slope
      const length = Math.sqrt(squares[at] as number) + 1e-8
      values[at] = (values[at] as number) - (rate * correction * (means[at] as number)) / length
    }
  }
}
