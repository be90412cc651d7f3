import { noWord, wordId, wordOf } from '../text/word-ids.ts'

/** Cues one after the other, two numbers each: the kind with the first word, and the second word. Flat, for they are many. */
export type Cues = number[]

const kinds: string[] = []
/** A first word has the lower bits. */
const kindShift = 20
const mostKinds = 1 << 10

/** The number of a kind of cue, made out once and not at each cue. */
export function cueKind(name: string): number {
  const known = kinds.indexOf(name)
  if (known >= 0) return known
  if (kinds.length === mostKinds) throw new RangeError(`more than ${mostKinds} kinds of cues`)
  return kinds.push(name) - 1
}

/** Adds a cue of one or two names. */
export function addCue(cues: Cues, kind: number, first: string, second = ''): void {
  addWordCue(cues, kind, wordId(first), wordId(second))
}

/** Adds a cue of one or two words by their ids; no judge can know one with an unknown word. */
export function addWordCue(cues: Cues, kind: number, first: number, second: number = noWord): void {
  if (first >= 0 && second >= 0) cues.push(cueHead(kind, first), second)
}

/** The first number of a cue. */
export function cueHead(kind: number, first: number): number {
  return (kind << kindShift) | first
}

/** The cues as a file writes them: the kind, and the words parted by a tab. */
export function writeCues(cues: Cues): { kind: string; words: string }[] {
  const written: { kind: string; words: string }[] = []
  for (let at = 0; at < cues.length; at += 2) {
    const head = cues[at] as number
    const first = wordOf(head & ((1 << kindShift) - 1))
    const second = wordOf(cues[at + 1] as number)
    written.push({
      kind: kinds[head >> kindShift] as string,
      words: second === '' ? first : `${first}\t${second}`,
    })
  }
  return written
}
