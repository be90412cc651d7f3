import type { Cues } from './decider.ts'

/** Goes through cues when first asked and gives the same ones again to every question after: finding them is most of the work. */
export function recordCues(cues: Cues): Cues {
  let recorded: { kinds: string[]; firsts: string[]; seconds: (string | undefined)[] } | null = null
  return (visit) => {
    recorded ??= record(cues)
    const { kinds, firsts, seconds } = recorded
    for (let at = 0; at < kinds.length; at += 1) visit(kinds[at] as string, firsts[at] as string, seconds[at])
  }
}

function record(cues: Cues) {
  const kinds: string[] = []
  const firsts: string[] = []
  const seconds: (string | undefined)[] = []
  cues((kind, first, second) => {
    kinds.push(kind)
    firsts.push(first)
    seconds.push(second)
  })
  return { kinds, firsts, seconds }
}
