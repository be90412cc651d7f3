import type { MentionContext } from './mention-context.ts'

const ceilings = /^(?:ceiling|cap|capped|mandate|mandated|authori[sz](?:ed|es|ing))$/
const movements = /^(?:deployment|deploy|sending|send|withdrawal|mobili[sz]ation|transfer)$/
const reach = 8

/** "a mandate for 17,000 personnel", "authorised a force of 5,000": a size allowed, not one that is. */
export function isCeiling({ tokens, mention, reading }: MentionContext): boolean {
  if (mention.noun.unit !== 'personnel') return false
  const before = tokens.slice(Math.max(reading.sentence.from, mention.from - reach), mention.from)
  return (
    before.some(({ lower }) => ceilings.test(lower)) && !before.some(({ lower }) => movements.test(lower))
  )
}
