import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { packJudges, unpackJudges, type WrittenJudges } from '@muster/extraction/fitting'
import { GoldFileError, readGold } from '../gold.ts'
import { calibrate } from './calibrate.ts'
import { collectExamples } from './collect-examples.ts'
import { crossValidate } from './cross-validate.ts'
import type { Example } from './example.ts'
import { fitJudges, questions } from './fit-judges.ts'

const file = new URL('../../../extraction/data/judges.json', import.meta.url)
const folds = 6

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      write: { type: 'boolean' },
      anew: { type: 'boolean' },
      also: { type: 'string', multiple: true },
      only: { type: 'string', multiple: true },
    },
  })
  if (positionals.length === 0)
    throw new GoldFileError(
      'usage: npm run fit -- [--write] [--anew] [--only QUESTION]… [--also FILE]… FILE…',
    )
  const asked = readQuestions(values.only ?? questions)
  const articles = (await Promise.all(positionals.map(readGold))).flat()
  const tuned = (await Promise.all((values.also ?? []).map(readGold))).flat()
  const before: WrittenJudges | null = values.anew
    ? null
    : unpackJudges(JSON.parse(await readFile(file, 'utf8')))
  const examples = [...articles, ...tuned].flatMap(collectExamples)
  const { levels, precision, silent, outcomes } = crossValidate(articles, examples, folds, asked, before)
  const calibration = calibrate(outcomes)
  process.stdout.write(
    `${articles.length} articles, ${examples.length} questions; by judges that had not seen them: quantity ${levels.quantity.toFixed(3)}, core ${levels.core.toFixed(3)} (precision ${precision.toFixed(3)}), full ${levels.full.toFixed(3)}; silent on ${silent} without claims\n`,
  )
  if (values.write)
    await writeFile(
      file,
      `${JSON.stringify(packJudges(fitJudges(examples, asked, calibration, before))).replaceAll('},', '},\n')}\n`,
    )
} catch (error) {
  if (!(error instanceof GoldFileError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

function readQuestions(names: readonly string[]): Example['question'][] {
  const unknown = names.find((name) => !questions.some((question) => question === name))
  if (unknown !== undefined)
    throw new GoldFileError(`--only ${unknown}: no such question; there are ${questions.join(', ')}`)
  return questions.filter((question) => names.includes(question))
}
