import { noWord, wordId, wordOf } from '../text/word-ids.ts'
import { cueId, numbersOf } from './cue-ids.ts'

/** Cues by their ids, for they are many: those only that some judge knows. */
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
  addWordCue(cues, kind, wordId(first), second === '' ? noWord : wordId(second))
}

/** Adds a cue of one or two words by their ids; no judge can know one with an unknown word. */
export function addWordCue(cues: Cues, kind: number, first: number, second: number = noWord): void {
  if (first < 0 || second < 0) return
  const id = cueId(cueHead(kind, first), second)
  if (id >= 0) cues.push(id)
}

/** The first number of a cue. */
export function cueHead(kind: number, first: number): number {
  return (kind << kindShift) | first
}

/** The cues as a file writes them: the kind, and the words parted by a tab. */
export function writeCues(cues: Cues): { kind: string; words: string }[] {
  return cues.map((id) => {
    const [head, second] = numbersOf(id)
    const first = wordOf(head & ((1 << kindShift) - 1))
    return {
      kind: kinds[head >> kindShift] as string,
      words: second === noWord ? first : `${first}\t${wordOf(second)}`,
    }
  })
}
