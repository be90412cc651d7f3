/** What a benchmark takes: the words after its name on the command line. */
type Benchmark = (args: string[]) => Promise<void>

// Each is loaded when it is called, so that none needs what another needs.
const benchmarks: Record<string, () => Promise<Benchmark>> = {
  'event-log-size': async () => (await import('./event-log-size.ts')).benchEventLogSize,
  'event-store': async () => (await import('./event-store.ts')).benchEventStore,
  feeds: async () => (await import('./feeds.ts')).benchFeeds,
  'feeds-parsing': async () => (await import('./feeds-parsing.ts')).benchFeedsParsing,
  'near-duplicates': async () => (await import('./near-duplicates.ts')).benchNearDuplicates,
  projections: async () => (await import('./projections.ts')).benchProjections,
  extraction: async () => (await import('./extraction.ts')).benchExtraction,
}

const [name = '', ...args] = process.argv.slice(2)
const load = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined
if (load === undefined) {
  process.stderr.write(`usage: npm run bench -- NAME\nbenchmarks: ${Object.keys(benchmarks).join(', ')}\n`)
  process.exitCode = 1
} else {
  const bench = await load()
  await bench(args)
}
