import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const RUNS = 9
const ARTICLE = JSON.stringify({ id: 'a', text: 'Kenya sent 400 soldiers to Haiti on Monday.' })
const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const PROGRAMS = {
  'node with tsx, nothing else': [pathOf('start-nothing.ts')],
  'the extractor and its first article': [pathOf('start-extractor.ts')],
  'muster extract, one article': [pathOf('../../packages/cli/src/main.ts'), 'extract'],
}
/** Each process tells on its way out what it used, for the clock alone would measure the machine's other work. */
const TELL = `data:text/javascript,process.on('exit',()=>process.stderr.write(JSON.stringify(process.cpuUsage())))`

/** Milliseconds that a process takes from start to end, in the middle run. */
export type Start = { program: string; cpu: number; wall: number }

/** Measures what the extractor adds to the start of a process: its import and the first text that it reads. */
export function measureStart(): Start[] {
  const runs = Object.keys(PROGRAMS).map((program) => ({
    program,
    cpu: [] as number[],
    wall: [] as number[],
  }))
  for (let run = 0; run < RUNS; run += 1) {
    for (const { program, cpu, wall } of runs) {
      const taken = timeOf(PROGRAMS[program as keyof typeof PROGRAMS])
      cpu.push(taken.cpu)
      wall.push(taken.wall)
    }
  }
  return runs.map(({ program, cpu, wall }) => ({ program, cpu: middle(cpu), wall: middle(wall) }))
}

function timeOf(args: readonly string[]): { cpu: number; wall: number } {
  const before = performance.now()
  const run = spawnSync(process.execPath, ['--import', TELL, '--import', 'tsx', ...args], {
    input: ARTICLE,
    encoding: 'utf8',
  })
  const wall = performance.now() - before
  if (run.status !== 0) throw new Error(`${args.join(' ')} failed: ${run.stderr}`)
  const { user, system } = JSON.parse(run.stderr) as NodeJS.CpuUsage
  return { cpu: (user + system) / 1000, wall }
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
