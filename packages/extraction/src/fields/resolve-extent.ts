import type { Extent, Predicate, Status } from '../claim-schema.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'

const superlative = /^(?:biggest|largest|worst|deadliest|highest|bloodiest|heaviest|first|most|last)$/
const beginnings =
  /^(?:start|beginning|outbreak|invasion|war|onset|launch|began|started|conflict|invaded|erupted|coup|offensive)$/
const manyFights = /^(?:attacks|strikes|airstrikes|raids|ambushes|clashes|assaults)$/
const reinforcing =
  /^(?:reinforce|reinforces|reinforced|reinforcing|reinforcements?|bolster|bolsters|bolstering|batch|wave|tranche|rotation|rotating|rotational|reinforcement)$/
const rates = /^(?:per|a|an|each|every)$/
const periods = /^(?:days?|weeks?|months?|years?|hours?|nights?|square|quarter)$/
const incident =
  /^(?:ambush|ambushes|attack|attacks|strike|strikes|airstrike|airstrikes|raid|raids|clash|clashes|clashed|explosion|blast|assault|incident|crash|shelling|bombing|barrage|salvo|firefight|shootout|gunfight|skirmish|ambushed|attacked|exploded|collision|ied|overnight|yesterday|today|tonight)$/
const transient =
  /^(?:detect|intercept|meet|spot|track|sight|observe|enter|cross|breach|violate|break through|break into|push into|move into|engage|confront|sneak in|sneak into|fly|fly over|fly through|fly into|approach|sail|transit|smuggle|circle|stray into|overfly|scramble|arrive|join|head|come|penetrate|intrude|infiltrate|land|dock)$/
const large = 1000
const smallSum = 100

const tolls = new Set<Predicate>(['killed', 'wounded', 'captured', 'missing', 'deserted', 'casualties'])

/** Tells whether a figure stands for the whole of what the actor has, or for a share, a period or an incident. */
export function resolveExtent(
  context: MentionContext,
  predicate: Predicate,
  status: Status,
  actor: string | null,
): Extent {
  const { mention, claimBefore: before, listedBefore } = context
  // "380 dead and another 90 wounded": added to no earlier count of its own kind.
  const isOtherToll =
    before !== null && tolls.has(predicate) && tolls.has(before.predicate) && before.predicate !== predicate
  if (mention.quantity.added && isOtherToll && context.previousHere !== null) return before.extent
  if (mention.quantity.added || isRate(context)) return 'part'
  if (mention.share && !isContingent(context, predicate, actor)) return 'part'
  if (isThereAlready(context)) return 'total'
  if (isOfUnit(context, predicate)) return 'part'
  if (listedBefore?.predicate === predicate && !isOfOthers(context)) return listedBefore.extent
  if (before !== null && predicate === 'lost' && context.previousHere === 'lost') return before.extent
  if (mention.table || context.leadIn !== null) return 'total'
  return extentOfPredicate(context, predicate, status)
}

/** "of which 500 come from Arcadia": the whole of what another actor has there. */
function isContingent(
  { claimBefore: before, previousHere }: MentionContext,
  predicate: Predicate,
  actor: string | null,
): boolean {
  return (
    predicate === 'deployed' &&
    previousHere !== null &&
    actor !== null &&
    typeof before?.actor === 'string' &&
    before.actor !== actor
  )
}

function isThereAlready({ tokens, mention }: MentionContext): boolean {
  return (
    tokens[mention.to]?.lower === 'already' &&
    /^(?:the|those|its|their)$/.test(tokens[mention.from - 1]?.lower ?? '')
  )
}

/** "600 soldiers from the 7th Brigade", "Battalion 203, with its 40 tanks": what a single unit has. */
function isOfUnit({ tokens, mention, reading }: MentionContext, predicate: Predicate): boolean {
  if (mention.noun.unit === 'formation' || predicate === 'strength' || predicate === 'trained') return false
  const next = tokens[mention.to]?.lower ?? ''
  if (/^(?:from|of)$/.test(next)) {
    const rest = tokens.slice(mention.to, Math.min(reading.sentence.to, mention.to + 9))
    const comma = rest.findIndex((token) => token.text === ',')
    return (comma < 0 ? rest : rest.slice(0, comma)).some((token) => isUnit(token))
  }
  const back = tokens.slice(Math.max(reading.sentence.from, mention.from - 5), mention.from)
  return (
    back.some((token) => isUnit(token)) &&
    back.some(
      (token) => token.lower === 'with' || /^(?:brigade|battalion|regiment|division)'s$/.test(token.lower),
    )
  )
}

function isUnit({ lower, capital }: Token): boolean {
  return (
    capital && /^(?:brigade|battalion|regiment|division|company|corps|squadron|battery)(?:'s)?$/.test(lower)
  )
}

function extentOfPredicate(context: MentionContext, predicate: Predicate, status: Status): Extent {
  const { mention } = context
  switch (predicate) {
    case 'strength':
      return 'total'
    case 'deployed':
      return isMovement(context) || isReinforcement(context) ? 'part' : 'total'
    case 'trained':
      return mention.noun.unit === 'materiel' && sizeOf(context) < 10 ? 'part' : 'total'
    case 'increase':
      return 'part'
    case 'withdrawn':
      return isSoFar(context) ? 'total' : 'part'
    case 'produced':
    case 'launched':
      return isOverall(context) ? 'total' : 'part'
    case 'supplied':
      return isDelivery(context, status) ? 'part' : 'total'
    case 'other':
      // Weapons met or missed are those of one attack.
      return (isExchange(context) || mention.noun.unit === 'materiel') && !isOverall(context)
        ? 'part'
        : 'total'
    case 'lost':
      return isOverall(context) || (isPerfect(context) && sizeOf(context) >= large && !isPeriod(context))
        ? 'total'
        : 'part'
    default:
      return extentOfToll(context, predicate)
  }
}

/** "1,000 of the 9,000 troops": the whole is no member of a list. */
function isOfOthers({ tokens, mention }: MentionContext): boolean {
  return /^(?:of|the|its|their)$/.test(tokens[mention.from - 1]?.lower ?? '')
}

function sizeOf({ mention }: MentionContext): number {
  return mention.quantity.low ?? mention.quantity.high ?? 0
}

/** All so far, or those of one day, one month, one fight; without a word of it, a great number is a sum. */
function extentOfToll(context: MentionContext, predicate: Predicate): Extent {
  if (isHandover(context) || isOfDay(context)) return 'part'
  if (isOverall(context) || (isPlural(context) && isPerfect(context))) return 'total'
  if (isPeriod(context) || (predicate !== 'recruited' && isIncident(context))) return 'part'
  if (isPerfect(context) && (predicate === 'recruited' || sizeOf(context) >= smallSum || isPlural(context)))
    return 'total'
  return sizeOf(context) < 300 && context.governor !== null ? 'part' : 'total'
}

/** "7,400 rounds per day", "1,000 a month", "the average daily number". */
function isRate({ tokens, mention, reading }: MentionContext): boolean {
  for (let at = mention.to; at < Math.min(reading.sentence.to, mention.to + 5); at += 1) {
    const word = tokens[at]?.lower ?? ''
    if (/^[.,;]$/.test(word)) break
    if (word === 'daily' || word === 'annually' || word === 'monthly') return true
    if (rates.test(word) && periods.test(tokens[at + 1]?.lower ?? '')) return true
  }
  const before = tokens.slice(Math.max(reading.sentence.from, mention.from - 12), mention.from)
  return before.some(
    (token, index) =>
      /^(?:daily|monthly)$/.test(token.lower) ||
      (token.lower === 'each' && periods.test(before[index + 1]?.lower ?? '')),
  )
}

/** "so far", "to date", "since the start", "in total", "the death toll", "during the war". */
function isOverall({ tokens, reading, mention }: MentionContext): boolean {
  const { from, to } = reading.sentence
  for (let at = from; at < to; at += 1) {
    const word = (tokens[at] as Token).lower
    const next = tokens[at + 1]?.lower ?? ''
    if ((word === 'so' && next === 'far') || (word === 'to' && next === 'date')) return true
    if (word === 'since' && isBeginning(tokens, at + 1, to)) return true
    if (word === 'from' && next === 'the' && /^(?:start|beginning)$/.test(tokens[at + 2]?.lower ?? ''))
      return true
    if (isWar(tokens, at)) return true
  }
  if (isSpan(tokens.slice(from, to))) return true
  if (countsNumberOf(tokens, mention.from, from)) return true
  return tokens
    .slice(Math.max(from, mention.from - 6), mention.to + 1)
    .some((token) => /^(?:total|altogether|cumulative|overall|now)$/.test(token.lower))
}

/** "so far", "to date", "since the start": "a total of 700 have left" may be one rotation. */
function isSoFar({ tokens, reading }: MentionContext): boolean {
  const { from, to } = reading.sentence
  for (let at = from; at < to; at += 1) {
    const pair = `${tokens[at]?.lower} ${tokens[at + 1]?.lower}`
    if (pair === 'so far' || pair === 'to date') return true
    if (tokens[at]?.lower === 'all' || (tokens[at]?.lower === 'since' && isBeginning(tokens, at + 1, to)))
      return true
  }
  return false
}

/** "the number of battlefield deaths". */
function countsNumberOf(tokens: readonly Token[], at: number, floor: number): boolean {
  for (let back = at - 1; back >= Math.max(floor, at - 10); back -= 1) {
    if (
      tokens[back]?.lower === 'number' &&
      tokens[back + 1]?.lower === 'of' &&
      tokens[back - 1]?.lower !== 'daily'
    )
      return true
  }
  return false
}

function isBeginning(tokens: readonly Token[], at: number, limit: number): boolean {
  const first = tokens[at]
  // "the biggest since the war began" counts one event; "since January" and "since Monday" are periods.
  if (tokens.slice(Math.max(0, at - 7), at).some(({ lower }) => superlative.test(lower))) return false
  if (/^jan(?:uary)?$/.test(first?.lower ?? '')) return false
  if (first && words.month.has(first.lower) && first.capital) return true
  return tokens
    .slice(at, Math.min(limit, at + 8))
    .some(({ lower, text }) => beginnings.test(lower) || /^(?:19|20)\d\d$/.test(text))
}

/** "during the Korean War", "in the war", "over the course of the conflict". */
function isWar(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? ''
  if (!/^(?:in|during|of|throughout|over)$/.test(word)) return false
  return tokens
    .slice(at + 1, at + 5)
    .some(
      (token) =>
        (token.lower === 'war' && token.capital) ||
        (token.lower === 'war' && tokens[at + 1]?.lower === 'the' && word !== 'of'),
    )
}

/** "between February 2022 and December 2025". */
function isSpan(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => token.lower === 'between' && yearsAfter(tokens, at) === 2)
}

function yearsAfter(tokens: readonly Token[], at: number): number {
  return tokens.slice(at, at + 7).filter((token) => /^(?:19|20)\d\d$/.test(token.text)).length
}

/** "The attacks have killed 20 soldiers": many fights together. */
function isPlural({ tokens, mention, reading }: MentionContext): boolean {
  return tokens
    .slice(Math.max(reading.sentence.from, mention.from - 14), mention.from)
    .some((token) => manyFights.test(token.lower))
}

/** "to reinforce the garrison", "a first batch of 300", "fresh troops", "on top of the 900". */
function isReinforcement({ tokens, mention, reading }: MentionContext): boolean {
  return tokens
    .slice(Math.max(reading.sentence.from, mention.from - 4), Math.min(reading.sentence.to, mention.to + 7))
    .some((token) => reinforcing.test(token.lower))
}

/** "on that day", "in a single battle", "in the past day". */
function isOfDay({ tokens, reading, mention }: MentionContext): boolean {
  for (let at = mention.to; at < Math.min(reading.sentence.to, mention.to + 8); at += 1) {
    const word = tokens[at]?.lower ?? ''
    const two = `${tokens[at + 1]?.lower} ${tokens[at + 2]?.lower}`
    if (word === 'on' && (two === 'that day' || two === 'the day')) return true
    if (
      /^(?:in|during|over)$/.test(word) &&
      /^(?:the (?:past|last|previous)|a single|one (?:day|night|attack|battle)|a (?:day|night))/.test(two)
    )
      return true
  }
  return tokens[mention.from - 1]?.lower === 'captured'
}

function isPeriod({ tokens, reading }: MentionContext): boolean {
  for (let at = reading.sentence.from; at < reading.sentence.to; at += 1) {
    const token = tokens[at] as Token
    if (words.weekday.has(token.lower) && token.capital) return true
    if (
      words.month.has(token.lower) &&
      token.capital &&
      (token.lower !== 'may' || /^(?:in|of|since|last)$/.test(tokens[at - 1]?.lower ?? ''))
    )
      return true
    const next = tokens[at + 1]
    if (
      next?.kind === 'number' &&
      /^(?:in|during|throughout)$/.test(token.lower) &&
      /^(?:19|20)\d\d$/.test(next.text)
    )
      return true
    if (
      /^(?:last|this|past|previous|first|same|single)$/.test(token.lower) &&
      next &&
      (periods.test(next.lower) ||
        next.kind === 'number' ||
        /^(?:weekend|morning|night|few|two|three|battle)$/.test(next.lower))
    )
      return true
  }
  return false
}

function isIncident({ tokens, mention, reading }: MentionContext): boolean {
  const from = Math.max(reading.sentence.from, mention.from - 14)
  return tokens
    .slice(from, Math.min(reading.sentence.to, mention.to + 12))
    .some((token) => incident.test(token.lower))
}

/** "has lost", "have been killed". */
function isPerfect({ tokens, governor, reading }: MentionContext): boolean {
  if (governor === null) return false
  for (let at = governor.hit.at - 1; at >= Math.max(reading.sentence.from, governor.hit.at - 4); at -= 1) {
    if (/^(?:has|have|had|'ve)$/.test((tokens[at] as Token).lower)) return true
  }
  return false
}

/** Bodies given back are one exchange. */
function isHandover({ tokens, mention, reading }: MentionContext): boolean {
  const bodies = /^(?:body|bodies|remains)$/
  return (
    bodies.test(mention.noun.item) ||
    (/^(?:bodies|remains)$/.test(tokens[mention.from - 2]?.lower ?? '') &&
      reading.sentence.from < mention.from)
  )
}

/** Those who come, pass or are seen are a part; those who are there are the whole. */
function isMovement(context: MentionContext): boolean {
  const { governor, mention, tokens } = context
  if (mention.quantity.low === 1 && mention.noun.unit === 'personnel') return true
  if (/^(?:prepare|prepares|preparing|readying)$/.test(tokens[mention.from - 1]?.lower ?? '')) return true
  if (governor === null) return false
  if (mention.noun.unit === 'materiel' && governor.reading.group.owner === 'patient') return true
  return transient.test(governor.reading.lemma) && !isOverall(context)
}

function isDelivery(context: MentionContext, status: Status): boolean {
  if (status === 'expected') return true
  const { tokens, reading } = context
  const words = tokens.slice(reading.sentence.from, reading.sentence.to)
  if (
    words.some((token) =>
      /^(?:package|packages|tranche|batch|shipment|consignment|cargo|delivery)$/.test(token.lower),
    )
  )
    return true
  return !isPerfect(context) && sizeOf(context) < 100 && !isOverall(context)
}

function isExchange({ tokens, reading, mention }: MentionContext): boolean {
  if (tokens[mention.from]?.lower === 'all') return true
  return tokens
    .slice(reading.sentence.from, reading.sentence.to)
    .some((token) =>
      /^(?:exchange|exchanged|swap|swapped|freed|released|handed|returned|return)$/.test(token.lower),
    )
}
