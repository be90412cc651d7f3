import type { Predicate } from '../claim-schema.ts'
import type { MentionContext } from './mention-context.ts'
import { someWord } from './some-word.ts'

const exchange =
  /^(?:exchange|exchanged|exchanging|swap|swapped|swaps|freed|release|released|captivity|repatriated|return|returned|traded)$/

/** Prisoners, bodies and the dead say by themselves what happened to them. */
export function predicateOfNoun(context: MentionContext): Predicate | null {
  const { mention, governor } = context
  const { noun } = mention
  if (noun.context === 'prisoner' || noun.item === 'prisoner of war' || noun.item === 'pow')
    return exchanged(context) ? 'other' : 'captured'
  if (noun.item === 'body' || noun.item === 'corpse') return 'killed'
  if (noun.item === 'deserter' || noun.item === 'defector') return 'deserted'
  const described = describedHarm(context)
  if (described !== null) return described
  if (noun.predicate === null || (mention.head === null && governor !== null && governor.cost < 1))
    return null
  const toll = governor?.reading.group.personnel
  const killing = toll === 'killed' || toll === 'wounded'
  return killing && /^(?:loss|victim)$/.test(noun.item) && governor && governor.cost < 1
    ? toll
    : noun.predicate
}

/** "40 dead fighters", "12 wounded soldiers". */
function describedHarm({ tokens, mention }: MentionContext): Predicate | null {
  if (mention.head === null || mention.noun.unit !== 'personnel') return null
  for (let at = mention.quantity.to; at < mention.head.from; at += 1) {
    const word = tokens[at]?.lower ?? ''
    if (/^(?:dead|slain|fallen|killed|martyred)$/.test(word)) return 'killed'
    if (word === 'wounded' || word === 'injured') return 'wounded'
  }
  return harmBehind(tokens, mention.to)
}

function exchanged({ tokens, reading }: MentionContext): boolean {
  return someWord(tokens, reading.sentence.from, reading.sentence.to, (word) => exchange.test(word))
}

/** "left 11 guerrillas dead", "with two crewmen wounded". */
function harmBehind(tokens: MentionContext['tokens'], at: number): Predicate | null {
  const next = tokens[at + 1]
  if (
    next !== undefined &&
    (next.lower === 'or' ||
      (next.lower === 'and' && /^(?:wounded|injured)$/.test(tokens[at + 2]?.lower ?? '')))
  )
    return null
  return tokens[at]?.lower === 'dead' ? 'killed' : null
}
