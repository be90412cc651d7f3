import type { Extent, Predicate } from '../claim-schema.ts'
import { wordsOf } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'

const overall =
  /^(?:total|overall|altogether|so far|to date|cumulative|since the (?:start|beginning|outbreak|full-scale|invasion))$/
const incident =
  /^(?:ambush|attack|attacks|strike|strikes|airstrike|airstrikes|raid|raids|clash|clashes|explosion|blast|assault|incident|crash|shelling|bombing|operation|barrage|salvo|battle|ambushes|overnight|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|night|evening|week|weekend|month)$/
const rates = /^(?:per|a|an|each|every)$/
const periods =
  /^(?:day|days|week|weeks|month|months|year|years|hour|night|daily|weekly|monthly|annually|annual|square)$/
const partly = new Set<Predicate>(['increase', 'launched', 'produced', 'withdrawn', 'other'])

/** Tells whether a figure stands for the whole of what the actor has, or for a share, a period or an incident. */
export function resolveExtent(context: MentionContext, predicate: Predicate, status: string): Extent {
  const { mention } = context
  if (mention.quantity.added || mention.share || isRate(context)) return 'part'
  if (isOverall(context)) return 'total'
  if (predicate === 'increase') return 'part'
  if (predicate === 'strength') return 'total'
  if (predicate === 'deployed' || predicate === 'trained')
    return mention.noun.unit === 'materiel' && predicate === 'deployed' && status === 'actual'
      ? 'part'
      : 'total'
  if (predicate === 'supplied')
    return status === 'expected' || hasWord(context, /^(?:package|tranche|batch|shipment|delivery)$/)
      ? 'part'
      : 'total'
  if (partly.has(predicate)) return predicate === 'other' && status === 'expected' ? 'total' : 'part'
  if (predicate === 'lost') return 'part'
  return isOne(context) ? 'part' : 'total'
}

function isRate({ tokens, mention }: MentionContext): boolean {
  for (let at = mention.to; at < mention.to + 5; at += 1) {
    const word = tokens[at]?.lower ?? '.'
    if (/^[.,;]$/.test(word)) return false
    if (word === 'daily' || word === 'annually' || word === 'monthly') return true
    if (rates.test(word) && periods.test(tokens[at + 1]?.lower ?? '')) return true
  }
  return false
}

function isOverall({ tokens, reading, mention }: MentionContext): boolean {
  for (let at = reading.sentence.from; at < reading.sentence.to; at += 1) {
    const two = `${tokens[at]?.lower} ${tokens[at + 1]?.lower}`
    if (two === 'so far' || two === 'to date' || two === 'in total') return true
    if (
      tokens[at]?.lower === 'since' &&
      /^(?:the|its|russia|february|their)$/.test(tokens[at + 1]?.lower ?? '')
    ) {
      const next = tokens
        .slice(at + 1, at + 8)
        .some((token) =>
          /^(?:start|beginning|outbreak|invasion|war|onset|launch|began|started)$/.test(token.lower),
        )
      if (next) return true
    }
  }
  return tokens
    .slice(Math.max(reading.sentence.from, mention.from - 4), mention.to)
    .some((token) => overall.test(token.lower))
}

/** One incident or one period: a day named, a month, a year, an attack. */
function isOne({ tokens, reading }: MentionContext): boolean {
  for (let at = reading.sentence.from; at < reading.sentence.to; at += 1) {
    const token = tokens[at] as Token
    if (incident.test(token.lower) && !(token.lower === 'war')) return true
    if (wordsOf('month').has(token.lower) && token.capital) return true
    if (token.lower === 'in' && /^(?:19|20)\d\d$/.test(tokens[at + 1]?.text ?? '')) return true
  }
  return false
}

function hasWord({ tokens, reading }: MentionContext, test: RegExp): boolean {
  for (let at = reading.sentence.from; at < reading.sentence.to; at += 1)
    if (test.test((tokens[at] as Token).lower)) return true
  return false
}
