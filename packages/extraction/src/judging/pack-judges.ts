import type { Choice, Question } from './decider.ts'

/** Weights by kind of cue, then by its words, two of them parted by a tab; one a possible answer, in whole hundredths. */
export type WrittenWeights = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>

/** A judge as it is fitted. */
export type WrittenJudge = { labels: readonly string[]; trust: number; weights: WrittenWeights }

type Calibration = { slope: number; offset: number }

/** The judges as they are fitted. */
export type WrittenJudges = Record<Question | Choice, WrittenJudge> & { calibration: Calibration }

/** A judge as its file holds it: to parse a number and a name for each weight would take a third of the start. */
export type PackedJudge = {
  labels: readonly string[]
  trust: number
  /** The kinds of cues, each with how many there are of it. */
  kinds: readonly (readonly [string, number])[]
  /** The places of both words of each cue in the list of words: unsigned 16-bit numbers, low byte first, in base 64. */
  cues: string
  /** The weights of each cue in hundredths, one an answer: signed 16-bit numbers, written likewise. */
  weights: string
}

/** The file of the judges; its first word is none. */
export type PackedJudges = Record<Question | Choice, PackedJudge> & {
  words: readonly string[]
  calibration: Calibration
}

const questions = ['claim', 'predicate', 'status', 'extent', 'actor', 'source'] as const
const mostWords = 1 << 16

/** Packs fitted judges for their file. */
export function packJudges(written: WrittenJudges): PackedJudges {
  const words = new Map([['', 0]])
  const packed = byQuestion((question) => packJudge(written[question], words))
  if (words.size > mostWords) throw new RangeError(`more than ${mostWords} words in the cues of judges`)
  return { ...packed, calibration: written.calibration, words: [...words.keys()] }
}

/** Unpacks the file of the judges, to fit them on. */
export function unpackJudges(packed: PackedJudges): WrittenJudges {
  const written = byQuestion((question) => unpackJudge(packed[question], packed.words))
  return { ...written, calibration: packed.calibration }
}

/** The numbers that a file writes in base 64. */
export function unpackCues(cues: string): Uint16Array {
  return new Uint16Array(bytesOf(cues))
}

/** The weights that a file writes in base 64. */
export function unpackWeights(weights: string): Float32Array {
  const hundredths = new Int16Array(bytesOf(weights))
  const values = new Float32Array(hundredths.length)
  for (let at = 0; at < values.length; at += 1) values[at] = (hundredths[at] as number) / 100
  return values
}

/** Makes something for each question. */
export function byQuestion<Value>(
  make: (question: Question | Choice) => Value,
): Record<Question | Choice, Value> {
  return Object.fromEntries(questions.map((question) => [question, make(question)])) as Record<
    Question | Choice,
    Value
  >
}

function packJudge({ labels, trust, weights }: WrittenJudge, words: Map<string, number>): PackedJudge {
  const placeOf = (word: string) => {
    const place = words.get(word) ?? words.size
    words.set(word, place)
    return place
  }
  const entries = Object.values(weights).flatMap((kind) => Object.entries(kind))
  const cues = entries.flatMap(([key]) => {
    const [first = '', second = ''] = key.split('\t')
    return [placeOf(first), placeOf(second)]
  })
  const hundredths = entries.flatMap(([, values]) => values.map((value) => Math.round(value * 100)))
  return {
    labels,
    trust,
    kinds: Object.entries(weights).map(([kind, list]) => [kind, Object.keys(list).length]),
    cues: Buffer.from(Uint16Array.from(cues).buffer).toString('base64'),
    weights: Buffer.from(Int16Array.from(hundredths).buffer).toString('base64'),
  }
}

function unpackJudge({ labels, trust, ...packed }: PackedJudge, words: readonly string[]): WrittenJudge {
  const outputs = Math.max(1, labels.length)
  const [places, values] = [unpackCues(packed.cues), unpackWeights(packed.weights)]
  let at = 0
  const weights = packed.kinds.map(([kind, many]) => {
    const entries = Array.from({ length: many }, () => {
      const [first, second] = [words[places[2 * at] as number], words[places[2 * at + 1] as number]]
      const own = Array.from(values.subarray(at * outputs, (at + 1) * outputs), toHundredths)
      at += 1
      return [second === '' ? first : `${first}\t${second}`, own] as const
    })
    return [kind, Object.fromEntries(entries)] as const
  })
  return { labels, trust, weights: Object.fromEntries(weights) }
}

/** The decimal fraction that single precision came near. */
function toHundredths(value: number): number {
  return Math.round(value * 100) / 100
}

function bytesOf(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, 'base64')
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
}
