import { expect, test } from 'vitest'
import { readableLogLine } from './readable-log-line.ts'

test('a warning is one line with its cause', () => {
  const line = JSON.stringify({ level: 40, msg: 'poll failed', err: { message: 'no answer\nat all' } })
  expect(readableLogLine(line)).toEqual({ text: 'warn poll failed: no answer', isWarning: true })
})

test('a reason is a cause as well', () => {
  const line = JSON.stringify({ level: 40, msg: 'feed poll failed', reason: 'HTTP 503', feedId: '7' })
  expect(readableLogLine(line)).toEqual({ text: 'warn feed poll failed: HTTP 503', isWarning: true })
})

test('a fact is no warning', () => {
  expect(readableLogLine('{"level":30,"msg":"feed polled"}')).toEqual({
    text: 'info feed polled',
    isWarning: false,
  })
})

test('what is no log entry stays as it is', () => {
  expect(readableLogLine('Error: boom')).toEqual({ text: 'Error: boom', isWarning: false })
  expect(readableLogLine('null')).toEqual({ text: 'null', isWarning: false })
})
