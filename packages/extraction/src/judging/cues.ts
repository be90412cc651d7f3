/** Cues one after the other, three strings each: the kind, a word, and a second word or nothing. Flat, for they are many. */
export type Cues = string[]

/** Adds one cue. */
export function addCue(cues: Cues, kind: string, first: string, second = ''): void {
  cues.push(kind, first, second)
}
