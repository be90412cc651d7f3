import { InvalidArgumentError } from 'commander'
import { writeClaims } from './write-claims.ts'

/** The command `extract`: articles from standard input, their claims to standard output, exit code 1 at a bad line. */
export async function extract(files: string[]): Promise<void> {
  const [file] = files
  if (file !== undefined)
    throw new InvalidArgumentError(`extract reads standard input, as in: extract < ${file}`)
  const outcome = await writeClaims(process.stdin, process.stdout)
  if (outcome.kind === 'done') return
  process.stderr.write(`line ${outcome.line}: ${outcome.reason}\n`)
  process.exitCode = 1
}
