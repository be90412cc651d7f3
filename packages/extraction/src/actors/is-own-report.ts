import { holdsOneOf, isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { type ActorContext, hurt, regulars } from './actor-context.ts'

const officialSource = wordClass('official-source')
const owning = wordClass('owning')
/** "the army said five soldiers were killed": its own, unless a toll of another goes on. */
export function isOwnReport(context: ActorContext): boolean {
  return isOfOwnForces(context) && !goesOn(context)
}

/** A toll that goes on with the one before is of the same side. */
function goesOn({ last, mention, counts, speaker, credits, tokens }: ActorContext): boolean {
  if (last === null || last.actor === null || mention.sentence - last.sentence > 1) return false
  const own = speaker !== last.actor && credits.some(({ at }) => isOneOf(tokens[at], owning))
  return !own && hurt.has(last.predicate) && counts.get(last.actor)?.family === 'state'
}

function isOfOwnForces({ governor, mention, credits, counts, speaker, tokens }: ActorContext): boolean {
  if (mention.noun.unit !== 'personnel' || mention.noun.armed) return false
  if (!governor?.passive && governor?.reading.group.owner !== 'self' && !regulars.has(mention.noun.item))
    return false
  const said =
    credits.findLast((credit) => credit.at < mention.from) ?? credits.find((credit) => credit.at > mention.to)
  if (said?.source === null || said?.source === undefined || counts.get(speaker ?? '')?.family !== 'state')
    return false
  if (isOneOf(tokens[said.at], owning)) return true
  return holdsOneOf(said.source.toLowerCase(), officialSource)
}
