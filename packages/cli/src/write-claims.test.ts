import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readSamples } from './read-samples.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

test('each article gives one line, blank lines none', async () => {
  const [first = '', second = ''] = await articleLines()
  const { code, lines, complaint } = await extract(`\n${first}\n\n  \r\n${second}\r\n`)
  expect({ code, complaint }).toEqual({ code: 0, complaint: '' })
  expect(lines.map(({ id }) => id)).toEqual(['000', '001'])
  expect(lines[0]?.claims.map(({ quote }) => quote)).toContain('over 1,000 North Korean soldiers')
})

test('the first bad line is named after the lines before it are written', async () => {
  const [first = '', second = ''] = await articleLines()
  const { code, lines, complaint } = await extract(`${first}\n\n{"id":\n${second}\n`)
  expect(code).toBe(1)
  expect(lines.map(({ id }) => id)).toEqual(['000'])
  expect(complaint).toMatch(/^line 3: .+\n$/)
})

test('a byte order mark before the first line is passed over', async () => {
  const { code, lines } = await extract(`\uFEFF${JSON.stringify({ id: 'a', text: 'One.' })}\n`)
  expect([code, lines.map(({ id }) => id)]).toEqual([0, ['a']])
})

test('a date that is none is named with its line', async () => {
  const { code, complaint } = await extract(JSON.stringify({ id: 'a', text: 'One.', published: 'yesterday' }))
  expect([code, complaint]).toEqual([
    1,
    'line 1: "published" is no date; wanted a day or an instant, as in 2024-11-04\n',
  ])
})

test('a line separator within a text does not end the line', async () => {
  const line = JSON.stringify({ id: 'a', title: null, text: 'One.\u2028Two.', published: null })
  const { code, lines } = await extract(line)
  expect(code).toBe(0)
  expect(lines.map(({ id }) => id)).toEqual(['a'])
})

test('a reader that leaves early is no failure', async () => {
  const [first = ''] = await articleLines()
  const child = startExtract()
  child.stdin.on('error', () => {})
  child.stdin.write(`${first}\n`)
  await once(child.stdout, 'data')
  child.stdout.destroy()
  child.stdin.end(`${first}\n`.repeat(50))
  const [[code], complaint] = await Promise.all([once(child, 'close'), text(child.stderr)])
  expect({ code, complaint }).toEqual({ code: 0, complaint: '' })
})

async function articleLines(): Promise<string[]> {
  return (await readSamples()).map(({ number, title, text, publishedAt }) =>
    JSON.stringify({ id: number, title, text, published: publishedAt.toISOString() }),
  )
}

async function extract(input: string) {
  const child = startExtract()
  child.stdin.end(input)
  const [[code], output, complaint] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ])
  const lines: { id: string; claims: { quote: string }[] }[] = output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  return { code, lines, complaint }
}

function startExtract() {
  return spawn(process.execPath, ['--import', 'tsx', MAIN, 'extract'], { stdio: 'pipe' })
}
