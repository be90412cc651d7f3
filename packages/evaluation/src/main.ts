import { parseArgs } from 'node:util'
import { evaluate } from './evaluate.ts'
import { GoldFileError, readGold } from './gold.ts'
import { report } from './report.ts'

const USAGE = 'usage: npm run eval -- FILE [--json]'

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) {
    process.stdout.write(`${USAGE}\n`)
    process.exit()
  }
  const [file] = positionals
  if (!file) throw new GoldFileError(USAGE)
  const evaluation = evaluate(await readGold(file))
  const { mistakes, ...figures } = evaluation
  process.stdout.write(
    `${values.json ? JSON.stringify({ ...figures, mistakes: mistakes.length }) : report(evaluation)}\n`,
  )
} catch (error) {
  const code = (error as { code?: string }).code ?? ''
  const isExpected = error instanceof GoldFileError || /^(?:ENOENT|EISDIR|ERR_PARSE_ARGS_.*)$/.test(code)
  if (!isExpected) throw error
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
}
