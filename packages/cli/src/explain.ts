import { explainText } from '@muster/extraction'
import { explanationLines } from './explanation-lines.ts'
import { readDay } from './read-day.ts'

/** The command `explain`: how the extractor reads a text, for a person or as one JSON value. */
export function explain(text: string, options: { published?: string; json?: boolean }): void {
  if (options.published !== undefined) readDay(options.published)
  const sentences = explainText({ title: null, text, published: options.published ?? null })
  const lines = options.json
    ? [JSON.stringify(sentences, null, 2)]
    : sentences.flatMap((sentence) => explanationLines(sentence))
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
}
