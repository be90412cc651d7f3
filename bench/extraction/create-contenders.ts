import recognizers from '@microsoft/recognizers-text-number'
import { type ArticleInput, extractClaims } from '@muster/extraction'
import nlp from 'compromise'
import model from 'wink-eng-lite-web-model'
import winkNlp, { type ItemEntity } from 'wink-nlp'
import type { Contender } from './contender.ts'
import { countsOfNumbers, type FoundNumber } from './counts-of-numbers.ts'
import { parseNumber } from './parse-number.ts'

/** Muster's extractor, which is first, and the recognisers of numbers that it is compared with. */
export function createContenders(): Contender[] {
  return [
    { name: 'muster', read: extractClaims },
    recogniser('compromise 14.17.0', readCompromise),
    recogniser('recognizers-text-number 1.3.1', readMicrosoft),
    recogniser('wink-nlp 2.4.0', createWink()),
  ]
}

function recogniser(name: string, find: (text: string) => FoundNumber[]): Contender {
  return { name, read: ({ text }: ArticleInput) => countsOfNumbers(text, find(text)) }
}

type CompromiseNumber = { number: { num: number | null }; offset: { start: number; length: number } }

function readCompromise(text: string): FoundNumber[] {
  const found: CompromiseNumber[] = nlp(text).numbers().json({ offset: true })
  return found.flatMap(({ number: { num }, offset: { start, length } }) =>
    num === null ? [] : [{ start, end: start + length, value: num }],
  )
}

function readMicrosoft(text: string): FoundNumber[] {
  return recognizers
    .recognizeNumber(text, 'en-us')
    .map(({ start, end, resolution }) => ({ start, end: end + 1, value: Number(resolution.value) }))
}

/** The pipe is cut to what numbers need; its entities have no values, so a few lines read these. */
function createWink(): (text: string) => FoundNumber[] {
  const wink = winkNlp(model, ['sbd', 'ner'])
  return (text) => {
    const found: FoundNumber[] = []
    let from = 0
    wink
      .readDoc(text)
      .entities()
      .filter((entity: ItemEntity) => entity.out(wink.its.type) === 'CARDINAL')
      .each((entity: ItemEntity) => {
        const written = entity.out()
        const start = text.indexOf(written, from)
        if (start < 0) return
        from = start + written.length
        found.push({ start, end: from, value: parseNumber(written) })
      })
    return found
  }
}
