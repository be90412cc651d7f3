import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { createReporter } from './reporter.ts'

test('progress is one line each where nobody watches, and nothing is in colour', () => {
  expect(reportTo({ isTTY: false })).toBe('    0/5\n    5/5\n  ✓ done\n')
})

test('progress is overwritten on a terminal', () => {
  expect(stripVTControlCharacters(reportTo({ isTTY: true }))).toBe('\r    0/5\r    5/5\r  ✓ done\n')
})

function reportTo({ isTTY }: { isTTY: boolean }): string {
  let written = ''
  const reporter = createReporter({ isTTY, write: (text) => (written += text) })
  for (const text of ['0/5', '0/5', '5/5']) reporter.progress(text)
  reporter.done('done')
  return written
}
