import { Command } from 'commander'

// Each command is loaded when it is called, so that extract starts without the database and the queues.
const program = new Command('muster').description('Reads the news for military numbers.')

program
  .command('up')
  .description('start the whole system here, with the sample articles')
  .action(async () => {
    // Loading the rest takes seconds where it is compiled for the first time.
    process.stdout.write('Muster is starting\n')
    await (await import('./up.ts')).up()
  })

program
  .command('extract')
  .description('read articles as JSON lines from standard input, write the claims of each as a line')
  .allowExcessArguments()
  .action(async (_, { args }) => (await import('./extract.ts')).extract(args))

program
  .command('explain')
  .description(
    'show how a text is read: its tokens, its claims and their grounds, and why other numbers are none',
  )
  .argument('<text>', 'a sentence or more')
  .option('--published <date>', 'the day of publication, for dates such as "in January"')
  .option('--json', 'write one JSON value')
  .action(async (text, options) => (await import('./explain.ts')).explain(text, options))

program
  .command('migrate')
  .description('bring the database at DATABASE_URL up to date')
  .action(async () => (await import('./migrate.ts')).migrate())

program
  .command('rebuild')
  .description('make estimates and deltas anew from the log, beside the running system at DATABASE_URL')
  .action(async () => (await import('./rebuild.ts')).rebuild())

program
  .command('reextract')
  .description('show what reading the stored texts anew would change of claims and estimates')
  .requiredOption('--extractor <version>', 'the version of the extractor that is to read them')
  .option('--since <date>', 'only articles published since then')
  .option('--apply', 'append the changes, as a replay: deltas are made, no alert is sent')
  .option('--json', 'write one JSON value')
  .action(async (options) => (await import('./reextract.ts')).reextract(options))

program
  .command('verify-log')
  .description('look through the whole event log for events that were changed, removed or moved')
  .option('--archives <folder>', 'where the files of archived events are, to look through them too')
  .action(async (options) => (await import('./verify-log.ts')).verifyLog(options))

const archive = program.command('archive').description('old partitions of the event log, in files')

archive
  .command('write <folder>')
  .description('write full partitions to files, check these, and take the partitions out of the database')
  .requiredOption('--keep <number>', 'how many full partitions stay in the database')
  .action(async (folder, options) => (await import('./archive.ts')).writeArchives(folder, options))

archive
  .command('read <manifest>')
  .description('write the events of an archive as JSON lines')
  .action(async (manifest) => (await import('./archive.ts')).printArchive(manifest))

archive
  .command('restore <manifest>')
  .description('put an archive back into the database, the newest first')
  .action(async (manifest) => (await import('./archive.ts')).restore(manifest))

program
  .command('new-log-id')
  .description(
    'give the log of a copy, as one restored from a backup, an id of its own: it then refuses old cursors',
  )
  .action(async () => (await import('./new-log-id.ts')).newLogId())

program
  .command('takedown <article>')
  .description('remove the texts and headlines of an article for good; its claims stay, without their quotes')
  .requiredOption('--reason <reason>', 'why, for the log')
  .action(async (article, options) => (await import('./takedown.ts')).takedown(article, options))

const events = program.command('events').description('events that could not be applied and were set aside')

events
  .command('list')
  .description('list them with the reasons')
  .option('--json', 'write one JSON value')
  .action(async (options) => (await import('./events.ts')).listEvents(options))

events
  .command('retry')
  .description('take events up again, once the reason is mended')
  .argument('[positions...]', 'their positions in the log')
  .option('--all', 'all that are set aside')
  .option('--reader <name>', 'only those set aside by this reader: estimates or alerts')
  .option('--json', 'write one JSON value')
  .action(async (positions, options) => (await import('./events.ts')).retryEvents(positions, options))

const feeds = program.command('feeds').description('the feeds that are polled')

feeds
  .command('list', { isDefault: true })
  .description('every feed in the database at DATABASE_URL, and how its last poll went')
  .option('--trouble', 'only feeds that fail, are gone, or are quieter than their history makes likely')
  .option('--json', 'write one JSON value')
  .action(async (options) => (await import('./feeds.ts')).listFeeds(options))

feeds
  .command('import <file>')
  .description('add the feeds of an OPML file (- for standard input) under the names they have there')
  .option('--full-text', 'allow to ask for the pages of their articles where they carry only summaries')
  .option('--json', 'write one JSON value')
  .action(async (file, options) => (await import('./import-feeds.ts')).importFeeds(file, options))

feeds
  .command('full-text <url>')
  .description(
    "allow to ask for the pages of a feed's articles: their texts, where it carries only summaries, and whether they are there",
  )
  .option('--forbid', 'forbid it again')
  .action(async (url, options) => (await import('./full-text.ts')).setFullText(url, options))

feeds
  .command('export')
  .description('write all feeds as OPML')
  .option('--json', 'write one JSON value')
  .action(async (options) => (await import('./feeds.ts')).exportFeeds(options))

feeds
  .command('check <url>')
  .description('ask for an address once and show what polling it would come to; nothing is stored')
  .option('--json', 'write one JSON value')
  .action(async (url, options) => (await import('./check-feed.ts')).checkFeed(url, options))

const keys = program.command('keys').description('API keys')

keys
  .command('create')
  .description('make an API key in the database at DATABASE_URL and print it')
  .requiredOption('--name <name>', 'what the key is for')
  .requiredOption(
    '--scopes <scopes>',
    'what it may be used for: read, subscribe, operate, with commas between',
  )
  .action(async (options) => (await import('./create-key.ts')).createKey(options))

// Errors that say by themselves what to do; their stack would only hide it.
const ADVICE = [
  'ArchiveDamagedError',
  'ConfigurationError',
  'DatabaseNotReadyError',
  'InvalidArgumentError',
  'NotOpmlError',
]

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof Error && ADVICE.includes(error.name))) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
