import { parseArgs } from 'node:util'
import { evaluate } from './evaluate.ts'
import { GoldFileError, readGold } from './gold.ts'
import { report } from './report.ts'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
const [file] = positionals

try {
  if (!file) throw new GoldFileError('usage: npm run eval -- FILE [--json]')
  const evaluation = evaluate(await readGold(file))
  const { mistakes, ...figures } = evaluation
  process.stdout.write(
    `${values.json ? JSON.stringify({ ...figures, mistakes: mistakes.length }) : report(evaluation)}\n`,
  )
} catch (error) {
  const isExpected = error instanceof GoldFileError || (error as { code?: string }).code === 'ENOENT'
  if (!isExpected) throw error
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
}
