import { createPool } from '@muster/postgres'
import { createLogger } from '@muster/runtime'
import { appendBatch } from './batch.ts'

// A process that appends batch after batch and writes the number of each that was acknowledged to its output.
const [url = ''] = process.argv.slice(2)
const pool = createPool(url, 'writer', createLogger('writer', 'silent'), 1)
for (let number = 0; ; number++) {
  await appendBatch(pool, number)
  process.stdout.write(`${number}\n`)
}
