import type { Predicate, Status } from '../claim-schema.ts'
import { modality } from '../lexicon/modality.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { startsNumber } from '../mentions/starts-number.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'
import { isCeiling } from './size-by-phrase.ts'
import { isMonth } from './status-of-chain.ts'
import { statusOfHope } from './status-of-hope.ts'
import { hasVerbForm, statusOfVerb } from './status-of-verb.ts'

const conditionEnd = wordClass('condition-end')
const announcedPackage = wordClass('announced-package')
const delivered = wordClass('delivered')
const deniedMatter = wordClass('denied-matter')
const denying = wordClass('denying')
const possibility = wordClass('possibility')
const resultOpener = wordClass('result-opener')
const seeing = wordClass('seeing')
const still = wordClass('still')
const upOrDown = wordClass('up-or-down')
const modalWords = wordClass('modal')
const neededWords = wordClass('needed')

/** The cost beyond which a verb governs a count only for want of a nearer one. */
const farthestOwn = 4

/** Tells how sure the text is: from the chain of auxiliaries before the verb, then from the words around the number. */
export function resolveStatus(context: MentionContext, predicate: Predicate): Status {
  if (isDeniedBySource(context)) return 'denied'
  const { tokens, mention } = context
  if (tokens[mention.from - 1]?.lower === 'from' && (isSize(predicate) || runsTo(context))) return 'actual'
  if (isOneOf(tokens[mention.to], still)) return 'actual'
  if (predicate === 'supplied' && isPackage(context)) return 'expected'
  if (isOneOf(tokens[mention.from - 2], upOrDown) && tokens[mention.from - 1]?.lower === 'from')
    return 'actual'
  if (predicate === 'strength' && isCeiling(context))
    return isConditional(context, 'actual') ? 'possible' : 'expected'
  const status =
    statusOfMention(context) ??
    statusOfHope(context, predicate) ??
    statusOfVerb(context, predicate) ??
    statusOfMeasure(context) ??
    statusInList(context, predicate) ??
    'actual'
  if (status === 'denied' || status === 'possible') return status
  return isConditional(context, status) ? 'possible' : status
}

/** "will bring over 50 ships, …, and 30 jets": a count without a verb of its own goes on with the one before it. */
function statusInList(
  { governor, claimBefore, previousHere }: MentionContext,
  predicate: Predicate,
): Status | null {
  if (previousHere !== predicate || claimBefore === null) return null
  return governor === null || governor.cost > farthestOwn ? claimBefore.status : null
}

/** "cut from 2,000 to 500": what there is now. */
function runsTo({ tokens, mention }: MentionContext): boolean {
  return tokens[mention.to]?.lower === 'to' && startsNumber(tokens[mention.to + 1])
}

function isSize(predicate: Predicate): boolean {
  return predicate === 'strength' || predicate === 'produced'
}

/** "The package includes 60 tanks": announced, if nothing says that it has arrived. */
function isPackage({ tokens, reading, governor }: MentionContext): boolean {
  if (governor !== null && governor.cost < 1 && !governor.reading.form.noun) return false
  const { from, to } = reading.sentence
  return someOf(tokens, from, to, announcedPackage) && !someOf(tokens, from, to, delivered)
}

/** "which could represent 24,000 rounds", "would bring the total to N": the verb right before the number. */
function statusOfMeasure({ tokens, mention, reading, governor }: MentionContext): Status | null {
  const plain = governor !== null && governor.side !== 'before' && hasVerbForm(governor.reading.form)
  if (plain && !isOneOf(tokens[mention.from - 1], seeing)) return null
  for (let at = mention.from - 1; at >= Math.max(reading.sentence.from, mention.from - 11); at -= 1) {
    const { lower, kind } = tokens[at] as Token
    if (kind === 'mark' || lower === 'that') return null
    const modal = modality.auxiliaries.get(lower)
    const lead = lower === 'to' ? modality.leads.get(tokens[at - 1]?.lower ?? '') : undefined
    if (lead === 'expected' || lead === 'possible') return lead
    if (isOneOf(tokens[at], possibility)) return 'possible'
    if (modal === undefined || modal === 'denied' || isMonth(tokens, at)) {
      if (lower === 'likely' && tokens[at + 1]?.lower === 'to') return 'expected'
      continue
    }
    return lower === 'would' && isOneOf(tokens[at - 1], resultOpener) ? 'possible' : modal
  }
  return null
}

/** "denied that 500 soldiers had been sent", "denied sending 500 soldiers". */
function isDeniedBySource({ tokens, reading, mention }: MentionContext): boolean {
  for (let at = mention.from - 1; at >= Math.max(reading.sentence.from, mention.from - 8); at -= 1) {
    const word = (tokens[at] as Token).lower
    if (word === ',' || word === ';' || word === 'but') return false
    if (isOneOf(tokens[at], denying)) return isOneOf(tokens[at + 1], deniedMatter)
  }
  return false
}

/** "a potential 10,000", "possibly 40 tanks". */
function statusOfMention({ tokens, mention, reading }: MentionContext): Status | null {
  for (let at = Math.max(reading.sentence.from, mention.from - 2); at < mention.to; at += 1) {
    const word = tokens[at]?.lower ?? ''
    if (modality.doubting.has(word)) return 'possible'
    const status = modality.modifiers.get(word)
    if (status && at >= mention.from - 1) return status
  }
  return null
}

/** "if …, that would make N": what hangs on a condition is only possible. */
function isConditional({ tokens, reading, mention }: MentionContext, status: Status): boolean {
  const { from, to } = reading.sentence
  const next = tokens[mention.to]?.lower === 'if' ? mention.to : -1
  for (let at = from; at < Math.min(to, mention.to + 8); at += 1) {
    // "to deter and, if necessary, to defend" speaks of something else.
    if ((tokens[at] as Token).lower !== 'if' || isAside(tokens, at)) continue
    const needed = isOneOf(tokens[at + 1], neededWords)
    if ((needed && tokens[at - 1]?.lower !== 'and') || at === next) return true
    if (at < mention.from && hangsOn(tokens, at, mention.from, status)) return true
  }
  return (
    (tokens[from]?.lower === 'that' || tokens[from]?.lower === 'this') && tokens[from + 1]?.lower === 'would'
  )
}

function isAside(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === 'and' || (tokens[at - 1]?.text === ',' && tokens[at - 2]?.lower === 'and')
}

/** Inside the if-clause, or in its main clause when that looks ahead. */
function hangsOn(tokens: readonly Token[], from: number, to: number, status: Status): boolean {
  if (someOf(tokens, from, to, conditionEnd)) return false
  if (status === 'expected' || someOf(tokens, from, to, modalWords)) return true
  return !tokens.slice(from, to).some(({ text }) => text === ',')
}
