import { meant } from '../lexicon/generics.ts'
import { isState } from '../lexicon/is-state.ts'
import { wordClass } from '../lexicon/word-classes.ts'
import { type ActorContext, hurt } from './actor-context.ts'
import { actorOfArticle } from './actor-of-article.ts'
import { findSubjects } from './find-subject.ts'
import { fromClause } from './from-clause.ts'
import {
  fromLast,
  goesOnInList,
  goesOnWithSame,
  isAmongLast,
  isShareOfLast,
  isWholeOfLast,
  namedAsThem,
} from './go-on-with-last.ts'
import { namedBeside } from './named-beside.ts'
import { namedInApposition } from './named-in-apposition.ts'
import {
  isJoint,
  isJointExercise,
  isMission,
  isMultinational,
  isUsualSize,
  nobodyAlone,
} from './of-nobody-alone.ts'
import { organisationNear } from './organisation-near.ts'
import { ownName } from './own-name.ts'
import { ofGovernment, ofTheirState, ofThoseFought, ownSaying, unnamedFighters } from './unnamed-forces.ts'

const peacekeeper = wordClass('peacekeeper')

/** An actor and how it was found, from the phrase itself down to a guess. */
export type ActorReading = {
  actor: string | null
  evidence: 'phrase' | 'clause' | 'context' | 'guess' | 'none'
}

/** Tells whose people or weapons are counted. */
export function resolveActor(context: ActorContext): ActorReading {
  return (
    (isJoint(context) ? nobodyAlone : null) ??
    ofPhrase(context) ??
    ofCountBefore(context) ??
    ofKind(context) ??
    ofPassage(context) ??
    ofClause(context) ??
    ofTheirState(context, ownSaying(context) ?? fromLast(context) ?? actorOfArticle(context))
  )
}

/** Named in the phrase of the count, or right beside it. */
function ofPhrase(context: ActorContext): ActorReading | null {
  const own = ownName(context)
  if (own) return { actor: own.actor, evidence: 'phrase' }
  return foundBy('phrase', namedInApposition(context) ?? namedBeside(context))
}

/** Those counted or named right before. */
function ofCountBefore(context: ActorContext): ActorReading | null {
  const them = namedAsThem(context)
  if (them !== null) return { actor: them, evidence: 'context' }
  if (goesOnWithSame(context) || isShareOfLast(context) || isAmongLast(context) || isWholeOfLast(context))
    return { actor: context.last?.actor ?? null, evidence: 'context' }
  return null
}

/** What the noun and the words before it say of a side: of the government, of the rebels, of a mission, of several states. */
function ofKind(context: ActorContext): ActorReading | null {
  const loyal = ofGovernment(context)
  if (loyal !== null) return { actor: loyal, evidence: 'context' }
  const fighters = unnamedFighters(context)
  if (fighters !== 'unknown') return { actor: fighters, evidence: 'context' }
  if (peacekeeper.words.has(context.mention.noun.item)) return ownerOfPeacekeepers(context)
  if (isMission(context))
    return { actor: organisationNear(context) ?? context.topic.org, evidence: 'context' }
  if (isMultinational(context)) return { actor: organisationNear(context), evidence: 'clause' }
  return isUsualSize(context) || isJointExercise(context) ? nobodyAlone : null
}

/** The owner of the list or the table in which the count stands. */
function ofPassage(context: ActorContext): ActorReading | null {
  if (goesOnInList(context)) return { actor: context.last?.actor ?? null, evidence: 'clause' }
  const { topic, mention, counts } = context
  if (mention.table && topic.org !== null && counts.get(topic.org)?.force)
    return { actor: topic.org, evidence: 'context' }
  return foundBy('clause', ofLeadIn(context))
}

function ofClause(context: ActorContext): ActorReading | null {
  const inClause = fromClause(context)
  if (inClause !== 'unknown') return ofThoseFought(context, { actor: inClause, evidence: 'clause' })
  return foundBy('context', plainNoun(context))
}

function foundBy(evidence: ActorReading['evidence'], actor: string | null): ActorReading | null {
  return actor === null ? null : { actor, evidence }
}

/** "12 army sappers", "three rebel gunmen": those whom the article calls so. */
function plainNoun({ reading, mention }: ActorContext): string | null {
  const end = mention.head?.from ?? mention.to
  const hit = reading.actors.find(
    ({ at, name }) =>
      at >= mention.quantity.to && at < end && (name.kind === 'generic' || name.kind === 'modifier'),
  )
  return hit?.name.id ?? null
}

/** A state that sends peacekeepers of its own has them; else they are those of the organisation named, or those of the one that sends most. */
function ownerOfPeacekeepers(context: ActorContext): ActorReading {
  const sender = hurt.has(context.predicate) ? 'unknown' : fromClause(context)
  if (sender !== null && sender !== 'unknown' && isState(sender)) return { actor: sender, evidence: 'clause' }
  return { actor: organisationNear(context) ?? meant.peacekeepers, evidence: 'context' }
}

/** The subject of the sentence that opens the list. */
function ofLeadIn(context: ActorContext): string | null {
  const { leadIn, tokens } = context
  if (leadIn === null || (context.governor !== null && context.governor.cost < 2)) return null
  const search = { tokens, reading: leadIn, mentions: [], credits: [] }
  return findSubjects(search, leadIn.sentence.to).at(-1)?.name.id ?? null
}
