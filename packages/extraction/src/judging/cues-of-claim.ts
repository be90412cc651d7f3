import type { ExtractedClaim } from '../claim-schema.ts'
import type { MentionContext } from '../fields/mention-context.ts'
import type { PredicateReading } from '../fields/resolve-predicate.ts'
import type { Governor } from '../reading/choose-trigger.ts'
import { wordId } from '../text/word-ids.ts'
import { addCue, addWordCue, type Cues, cueKind } from './cues.ts'
import { magnitudeOf } from './magnitude-of.ts'
import { wordAt } from './word-at.ts'

const kinds = {
  noGovernor: cueKind('no governor'),
  predicate: cueKind('predicate'),
  status: cueKind('status'),
  extent: cueKind('extent'),
  predicateFrom: cueKind('predicate from'),
  predicateOf: cueKind('predicate of'),
  predicateExtent: cueKind('predicate, extent'),
  predicateStatus: cueKind('predicate, status'),
  size: cueKind('size'),
  sizeOf: cueKind('size of'),
  qualifier: cueKind('qualifier'),
  sourced: cueKind('sourced'),
  unit: cueKind('unit'),
  item: cueKind('item'),
  nounSays: cueKind('noun says'),
  nounNeeds: cueKind('noun needs'),
  armed: cueKind('armed'),
  added: cueKind('added'),
  share: cueKind('share'),
  strong: cueKind('strong'),
  table: cueKind('table'),
  noHead: cueKind('no head'),
  ledIn: cueKind('led in'),
  governor: cueKind('governor'),
  governorOf: cueKind('governor of'),
  governorAt: cueKind('governor at'),
  governorAs: cueKind('governor as'),
  governorSays: cueKind('governor says'),
  governorSaysAs: cueKind('governor says as'),
  owner: cueKind('owner'),
  governorForm: cueKind('governor form'),
  governorOff: cueKind('governor off'),
  governorIsNoun: cueKind('governor is noun'),
  beforeGovernor: cueKind('before governor'),
  pairBeforeGovernor: cueKind('pair before governor'),
  afterGovernor: cueKind('after governor'),
  left: cueKind('left'),
  right: cueKind('right'),
  pairLeft: cueKind('pair left'),
  pairRight: cueKind('pair right'),
  inside: cueKind('inside'),
  listed: cueKind('listed'),
  articleSays: cueKind('article says'),
  beforeHead: cueKind('before, head'),
  beforeStatus: cueKind('before status'),
}

/** What the rules say of a claim before it is judged. */
export type Draft = Pick<ExtractedClaim, 'predicate' | 'status' | 'extent'> & {
  predicateFrom: PredicateReading['from']
  sourced: boolean
}

const near = 4
const around = 8

/** What tells how a claim is meant, whatever the rules make of it: the verb or noun that governs it, the words around it. */
export function cuesOfClaim(context: MentionContext): Cues {
  const cues: Cues = []
  addMention(cues, context)
  if (context.governor === null) addCue(cues, kinds.noGovernor, '')
  else addGovernor(cues, context, context.governor)
  addWords(cues, context)
  addBefore(cues, context)
  addEarlier(cues, context)
  return cues
}

/** What the rules say of a claim. */
export function cuesOfDraft({ mention }: MentionContext, draft: Draft): Cues {
  const cues: Cues = []
  const { predicate, status, extent, predicateFrom } = draft
  const [said, statusId, extentId] = [wordId(predicate), wordId(status), wordId(extent)]
  addWordCue(cues, kinds.predicate, said)
  addWordCue(cues, kinds.status, statusId)
  addWordCue(cues, kinds.extent, extentId)
  addWordCue(cues, kinds.predicateFrom, said, wordId(predicateFrom))
  addWordCue(cues, kinds.predicateOf, said, wordId(mention.noun.unit))
  addWordCue(cues, kinds.predicateExtent, said, extentId)
  addWordCue(cues, kinds.predicateStatus, said, statusId)
  const size = wordId(magnitudeOf(mention.quantity))
  addWordCue(cues, kinds.size, size)
  addWordCue(cues, kinds.sizeOf, said, size)
  addCue(cues, kinds.qualifier, mention.quantity.qualifier)
  if (draft.sourced) addCue(cues, kinds.sourced, '')
  return cues
}

function addMention(cues: Cues, { mention, leadIn }: MentionContext): void {
  const { noun, quantity } = mention
  addCue(cues, kinds.unit, noun.unit)
  addCue(cues, kinds.item, noun.item)
  if (noun.predicate !== null) addCue(cues, kinds.nounSays, noun.predicate)
  if (noun.context !== null) addCue(cues, kinds.nounNeeds, noun.context)
  if (noun.armed) addCue(cues, kinds.armed, '')
  if (quantity.added) addCue(cues, kinds.added, '')
  if (mention.share) addCue(cues, kinds.share, '')
  if (mention.strong) addCue(cues, kinds.strong, '')
  if (mention.table) addCue(cues, kinds.table, '')
  if (mention.head === null) addCue(cues, kinds.noHead, '')
  if (leadIn !== null) addCue(cues, kinds.ledIn, '')
}

function addGovernor(cues: Cues, context: MentionContext, governor: Governor): void {
  const { tokens, mention, reading } = context
  const { hit, side, passive } = governor
  const { lemma, group, form } = governor.reading
  const { unit } = mention.noun
  const role = roles[side][passive ? 1 : 0] as string
  const [verb, roleId, said] = [wordId(lemma), wordId(role), wordId(group[unit])]
  addWordCue(cues, kinds.governor, verb)
  addWordCue(cues, kinds.governorOf, verb, wordId(unit))
  addWordCue(cues, kinds.governorAt, verb, wordId(side))
  addWordCue(cues, kinds.governorAs, roleId)
  addWordCue(cues, kinds.governorSays, said)
  addWordCue(cues, kinds.governorSaysAs, said, roleId)
  addCue(cues, kinds.owner, group.owner)
  addWordCue(cues, kinds.governorForm, wordAt(tokens, reading.sentence, hit.at))
  addCue(cues, kinds.governorOff, distances[Math.min(8, Math.round(governor.cost))] as string)
  if (form.noun && !form.finite) addCue(cues, kinds.governorIsNoun, '')
  const before = wordAt(tokens, reading.sentence, hit.at - 1)
  addWordCue(cues, kinds.beforeGovernor, before)
  addWordCue(cues, kinds.pairBeforeGovernor, wordAt(tokens, reading.sentence, hit.at - 2), before)
  addWordCue(cues, kinds.afterGovernor, wordAt(tokens, reading.sentence, hit.to))
}

const roles = {
  before: ['before', 'before, passive'],
  after: ['after', 'after, passive'],
  inside: ['inside', 'inside, passive'],
}
const distances = ['0', '1', '2', '3', '4', '5', '6', '7', '8']
const predicateBefore = cueKind('predicate before')
const predicateEarlier = cueKind('predicate earlier')
const extentBefore = cueKind('extent before')
const extentEarlier = cueKind('extent earlier')
const placesBefore = ['word 0', 'word -1', 'word -2', 'word -3', 'word -4'].map(cueKind)
const placesAfter = ['word 0', 'word +1', 'word +2', 'word +3', 'word +4'].map(cueKind)

function addWords(cues: Cues, { tokens, mention, reading }: MentionContext): void {
  const { sentence } = reading
  for (let step = 1; step <= around; step += 1) {
    const left = wordAt(tokens, sentence, mention.from - step)
    const right = wordAt(tokens, sentence, mention.to - 1 + step)
    if (step <= near) {
      addWordCue(cues, placesBefore[step] as number, left)
      addWordCue(cues, placesAfter[step] as number, right)
    }
    addWordCue(cues, kinds.left, left)
    addWordCue(cues, kinds.right, right)
  }
  const [before, after] = [wordAt(tokens, sentence, mention.from - 1), wordAt(tokens, sentence, mention.to)]
  addWordCue(cues, kinds.pairLeft, wordAt(tokens, sentence, mention.from - 2), before)
  addWordCue(cues, kinds.pairRight, after, wordAt(tokens, sentence, mention.to + 1))
  for (let at = mention.from; at < mention.to; at += 1)
    addWordCue(cues, kinds.inside, wordAt(tokens, sentence, at))
}

function addBefore(cues: Cues, { claimBefore, previousHere, listedBefore }: MentionContext): void {
  if (claimBefore !== null) {
    const here = previousHere !== null
    addCue(cues, here ? predicateBefore : predicateEarlier, claimBefore.predicate)
    addCue(cues, here ? extentBefore : extentEarlier, claimBefore.extent)
  }
  if (listedBefore !== null) addCue(cues, kinds.listed, listedBefore.predicate, listedBefore.extent)
}

/** What the article has spoken of so far: a number without its noun goes on with it. */
function addEarlier(cues: Cues, { said, previousHere, mention, claimBefore }: MentionContext): void {
  for (const predicate of said) addCue(cues, kinds.articleSays, predicate)
  if (claimBefore === null) return
  const head = mention.head === null ? 'no head' : mention.share ? 'share' : 'head'
  const { predicate, extent, status } = claimBefore
  addCue(
    cues,
    kinds.beforeHead,
    `${predicate} ${extent}`,
    `${head} ${previousHere === null ? 'far' : 'here'}`,
  )
  addCue(cues, kinds.beforeStatus, status)
}
