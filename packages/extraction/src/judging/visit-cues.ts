import type { ExtractedClaim } from '../claim-schema.ts'
import type { MentionContext } from '../fields/mention-context.ts'
import type { PredicateReading } from '../fields/resolve-predicate.ts'
import type { Governor } from '../reading/choose-trigger.ts'
import type { CueVisitor } from './decider.ts'
import { wordAt } from './word-at.ts'

/** What the rules say of a claim before it is judged. */
export type Draft = Pick<ExtractedClaim, 'predicate' | 'status' | 'extent'> & {
  predicateFrom: PredicateReading['from']
  sourced: boolean
}

const near = 4
const around = 8
const nearTrigger = 6

/** Goes through all that may tell how a claim is meant: the reading by rules, the governor, the words around it. */
export function visitCues(context: MentionContext, draft: Draft, visit: CueVisitor): void {
  visitDraft(context, draft, visit)
  visitMention(context, visit)
  if (context.governor === null) visit('no governor', '')
  else visitGovernor(context, context.governor, visit)
  visitTriggers(context, visit)
  visitWords(context, visit)
  visitBefore(context, visit)
}

function visitDraft({ mention }: MentionContext, draft: Draft, visit: CueVisitor): void {
  const { predicate, status, extent, predicateFrom } = draft
  const { unit } = mention.noun
  visit('predicate', predicate)
  visit('status', status)
  visit('extent', extent)
  visit('predicate from', predicate, predicateFrom)
  visit('predicate of', predicate, unit)
  visit('predicate, extent', predicate, extent)
  visit('predicate, status', predicate, status)
  const size = magnitudes[
    Math.min(
      magnitudes.length - 1,
      Math.floor(Math.log10(Math.max(1, mention.quantity.low ?? mention.quantity.high ?? 1))),
    )
  ] as string
  visit('size', size)
  visit('size of', predicate, size)
  visit('qualifier', mention.quantity.qualifier)
  if (draft.sourced) visit('sourced', '')
}

const magnitudes = ['1', '10', '100', '1000', '10000', '100000', '1000000']

function visitMention({ mention, leadIn }: MentionContext, visit: CueVisitor): void {
  const { noun, quantity } = mention
  visit('unit', noun.unit)
  visit('item', noun.item)
  if (noun.predicate !== null) visit('noun says', noun.predicate)
  if (noun.context !== null) visit('noun needs', noun.context)
  if (noun.armed) visit('armed', '')
  if (quantity.added) visit('added', '')
  if (mention.share) visit('share', '')
  if (mention.strong) visit('strong', '')
  if (mention.table) visit('table', '')
  if (mention.head === null) visit('no head', '')
  if (leadIn !== null) visit('led in', '')
}

function visitGovernor(context: MentionContext, governor: Governor, visit: CueVisitor): void {
  const { tokens, mention, reading } = context
  const { hit, side, passive } = governor
  const { lemma, group, form } = governor.reading
  const { unit } = mention.noun
  const role = passive ? `${side}, passive` : side
  visit('governor', lemma)
  visit('governor of', lemma, unit)
  visit('governor at', lemma, side)
  visit('governor as', role)
  visit('governor says', group[unit])
  visit('governor says as', group[unit], role)
  visit('owner', group.owner)
  visit('governor form', wordAt(tokens, reading.sentence, hit.at))
  visit('governor off', distances[Math.min(distances.length - 1, Math.round(governor.cost))] as string)
  if (form.noun && !form.finite) visit('governor is noun', '')
  visit('before governor', wordAt(tokens, reading.sentence, hit.at - 1))
  visit(
    'pair before governor',
    wordAt(tokens, reading.sentence, hit.at - 2),
    wordAt(tokens, reading.sentence, hit.at - 1),
  )
  visit('after governor', wordAt(tokens, reading.sentence, hit.to))
}

const distances = ['0', '1', '2', '3', '4', '5', '6', '7', '8']

function visitTriggers({ reading, governor, mention }: MentionContext, visit: CueVisitor): void {
  for (const hit of reading.triggers) {
    if (hit.at === governor?.hit.at) continue
    const before = hit.at < mention.from
    const distance = before ? mention.from - hit.to : hit.at - mention.to
    const side = before ? 'before' : 'after'
    const kind = distance < nearTrigger ? sides[side].near : sides[side].far
    for (const { group, lemma } of hit.readings) {
      visit(kind, group[mention.noun.unit])
      visit(sides[side].lemma, lemma)
    }
  }
}

const sides = {
  before: { near: 'trigger near before', far: 'trigger far before', lemma: 'lemma before' },
  after: { near: 'trigger near after', far: 'trigger far after', lemma: 'lemma after' },
}

const placesBefore = ['', 'word -1', 'word -2', 'word -3', 'word -4']
const placesAfter = ['', 'word +1', 'word +2', 'word +3', 'word +4']

function visitWords({ tokens, mention, reading }: MentionContext, visit: CueVisitor): void {
  const { sentence } = reading
  for (let step = 1; step <= around; step += 1) {
    const left = wordAt(tokens, sentence, mention.from - step)
    const right = wordAt(tokens, sentence, mention.to - 1 + step)
    if (step <= near) {
      visit(placesBefore[step] as string, left)
      visit(placesAfter[step] as string, right)
    }
    visit('left', left)
    visit('right', right)
  }
  visit('pair left', wordAt(tokens, sentence, mention.from - 2), wordAt(tokens, sentence, mention.from - 1))
  visit('pair right', wordAt(tokens, sentence, mention.to), wordAt(tokens, sentence, mention.to + 1))
  for (let at = mention.from; at < mention.to; at += 1) visit('inside', wordAt(tokens, sentence, at))
  for (let at = sentence.from; at < sentence.to; at += 1) {
    visit('sentence', wordAt(tokens, sentence, at))
    if (at > sentence.from)
      visit('sentence pair', wordAt(tokens, sentence, at - 1), wordAt(tokens, sentence, at))
  }
}

function visitBefore({ claimBefore, previousHere, listedBefore }: MentionContext, visit: CueVisitor): void {
  if (claimBefore !== null) {
    visit(previousHere === null ? 'predicate earlier' : 'predicate before', claimBefore.predicate)
    visit(previousHere === null ? 'extent earlier' : 'extent before', claimBefore.extent)
  }
  if (listedBefore !== null) visit('listed', listedBefore.predicate, listedBefore.extent)
}
