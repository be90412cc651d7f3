/** Splits decoded text into its lines. Only a line feed ends a line: JSON strings may hold the other separators. */
export async function* splitLines(input: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of input) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
