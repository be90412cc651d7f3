import type { ExtractedClaim } from '../claim-schema.ts'
import type { MentionContext } from '../fields/mention-context.ts'
import type { PredicateReading } from '../fields/resolve-predicate.ts'
import type { Governor } from '../reading/choose-trigger.ts'
import { addCue, type Cues } from './cues.ts'
import { magnitudeOf } from './magnitude-of.ts'
import { wordAt } from './word-at.ts'

/** What the rules say of a claim before it is judged. */
export type Draft = Pick<ExtractedClaim, 'predicate' | 'status' | 'extent'> & {
  predicateFrom: PredicateReading['from']
  sourced: boolean
}

const near = 4
const around = 8

/** What tells how a claim is meant: the reading by rules, the verb or noun that governs it, the words around it. */
export function cuesOfClaim(context: MentionContext, draft: Draft): Cues {
  const cues: Cues = []
  addDraft(cues, context, draft)
  addMention(cues, context)
  if (context.governor === null) addCue(cues, 'no governor', '')
  else addGovernor(cues, context, context.governor)
  addWords(cues, context)
  addBefore(cues, context)
  addEarlier(cues, context)
  return cues
}

function addDraft(cues: Cues, { mention }: MentionContext, draft: Draft): void {
  const { predicate, status, extent, predicateFrom } = draft
  addCue(cues, 'predicate', predicate)
  addCue(cues, 'status', status)
  addCue(cues, 'extent', extent)
  addCue(cues, 'predicate from', predicate, predicateFrom)
  addCue(cues, 'predicate of', predicate, mention.noun.unit)
  addCue(cues, 'predicate, extent', predicate, extent)
  addCue(cues, 'predicate, status', predicate, status)
  const size = magnitudeOf(mention.quantity)
  addCue(cues, 'size', size)
  addCue(cues, 'size of', predicate, size)
  addCue(cues, 'qualifier', mention.quantity.qualifier)
  if (draft.sourced) addCue(cues, 'sourced', '')
}

function addMention(cues: Cues, { mention, leadIn }: MentionContext): void {
  const { noun, quantity } = mention
  addCue(cues, 'unit', noun.unit)
  addCue(cues, 'item', noun.item)
  if (noun.predicate !== null) addCue(cues, 'noun says', noun.predicate)
  if (noun.context !== null) addCue(cues, 'noun needs', noun.context)
  if (noun.armed) addCue(cues, 'armed', '')
  if (quantity.added) addCue(cues, 'added', '')
  if (mention.share) addCue(cues, 'share', '')
  if (mention.strong) addCue(cues, 'strong', '')
  if (mention.table) addCue(cues, 'table', '')
  if (mention.head === null) addCue(cues, 'no head', '')
  if (leadIn !== null) addCue(cues, 'led in', '')
}

function addGovernor(cues: Cues, context: MentionContext, governor: Governor): void {
  const { tokens, mention, reading } = context
  const { hit, side, passive } = governor
  const { lemma, group, form } = governor.reading
  const { unit } = mention.noun
  const role = roles[side][passive ? 1 : 0] as string
  addCue(cues, 'governor', lemma)
  addCue(cues, 'governor of', lemma, unit)
  addCue(cues, 'governor at', lemma, side)
  addCue(cues, 'governor as', role)
  addCue(cues, 'governor says', group[unit])
  addCue(cues, 'governor says as', group[unit], role)
  addCue(cues, 'owner', group.owner)
  addCue(cues, 'governor form', wordAt(tokens, reading.sentence, hit.at))
  addCue(cues, 'governor off', distances[Math.min(8, Math.round(governor.cost))] as string)
  if (form.noun && !form.finite) addCue(cues, 'governor is noun', '')
  const before = wordAt(tokens, reading.sentence, hit.at - 1)
  addCue(cues, 'before governor', before)
  addCue(cues, 'pair before governor', wordAt(tokens, reading.sentence, hit.at - 2), before)
  addCue(cues, 'after governor', wordAt(tokens, reading.sentence, hit.to))
}

const roles = {
  before: ['before', 'before, passive'],
  after: ['after', 'after, passive'],
  inside: ['inside', 'inside, passive'],
}
const distances = ['0', '1', '2', '3', '4', '5', '6', '7', '8']
const placesBefore = ['', 'word -1', 'word -2', 'word -3', 'word -4']
const placesAfter = ['', 'word +1', 'word +2', 'word +3', 'word +4']

function addWords(cues: Cues, { tokens, mention, reading }: MentionContext): void {
  const { sentence } = reading
  for (let step = 1; step <= around; step += 1) {
    const left = wordAt(tokens, sentence, mention.from - step)
    const right = wordAt(tokens, sentence, mention.to - 1 + step)
    if (step <= near) {
      addCue(cues, placesBefore[step] as string, left)
      addCue(cues, placesAfter[step] as string, right)
    }
    addCue(cues, 'left', left)
    addCue(cues, 'right', right)
  }
  const [before, after] = [wordAt(tokens, sentence, mention.from - 1), wordAt(tokens, sentence, mention.to)]
  addCue(cues, 'pair left', wordAt(tokens, sentence, mention.from - 2), before)
  addCue(cues, 'pair right', after, wordAt(tokens, sentence, mention.to + 1))
  for (let at = mention.from; at < mention.to; at += 1) addCue(cues, 'inside', wordAt(tokens, sentence, at))
}

function addBefore(cues: Cues, { claimBefore, previousHere, listedBefore }: MentionContext): void {
  if (claimBefore !== null) {
    const here = previousHere !== null
    addCue(cues, here ? 'predicate before' : 'predicate earlier', claimBefore.predicate)
    addCue(cues, here ? 'extent before' : 'extent earlier', claimBefore.extent)
  }
  if (listedBefore !== null) addCue(cues, 'listed', listedBefore.predicate, listedBefore.extent)
}

/** What the article has spoken of so far: a number without its noun goes on with it. */
function addEarlier(cues: Cues, { previous, previousHere, mention, claimBefore }: MentionContext): void {
  for (const said of new Set(previous)) addCue(cues, 'article says', said)
  if (claimBefore === null) return
  const head = mention.head === null ? 'no head' : mention.share ? 'share' : 'head'
  const { predicate, extent, status } = claimBefore
  addCue(cues, 'before, head', `${predicate} ${extent}`, `${head} ${previousHere === null ? 'far' : 'here'}`)
  addCue(cues, 'before status', status)
}
