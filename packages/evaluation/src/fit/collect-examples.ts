import {
  type Decider,
  type Document,
  learnEveryWord,
  type Mention,
  type Question,
  readDocument,
  readText,
  writeCues,
} from '@muster/extraction/fitting'
import { nameTheSame } from '../agreement.ts'
import type { GoldArticle, GoldClaim } from '../gold.ts'
import type { Cue, Example } from './example.ts'

learnEveryWord()

/** The answers to the questions with fixed ones. */
export const answers: Record<Question, readonly string[]> = {
  claim: ['no', 'yes'],
  predicate: [
    'captured',
    'casualties',
    'deployed',
    'deserted',
    'increase',
    'killed',
    'launched',
    'lost',
    'missing',
    'other',
    'produced',
    'recruited',
    'strength',
    'supplied',
    'trained',
    'withdrawn',
    'wounded',
  ],
  extent: ['part', 'total'],
  status: ['actual', 'expected', 'possible', 'denied'],
}

/** Reads an annotated article, notes every question that the reading asks, and answers it as annotated. */
export function collectExamples(article: GoldArticle): Example[] {
  const document = readDocument(article.title, article.text)
  const examples: Example[] = []
  const taken = new Map<Mention['from'], GoldClaim | null>()
  const goldOf = (mention: Mention) => {
    const known = taken.get(mention.from)
    if (known !== undefined) return known
    const used = [...taken.values()]
    const found =
      article.claims.find((claim) => !used.includes(claim) && counts(document, mention, claim)) ?? null
    taken.set(mention.from, found)
    return found
  }
  const note = (question: Example['question'], right: number, rule: number, cues: Cue[][]) => {
    if (right >= 0) examples.push({ question, article: article.id, right, rule, cues })
  }
  const teller: Decider = {
    decide(question, mention, rule, cues) {
      const gold = goldOf(mention)
      const labels = answers[question]
      const told = question === 'claim' ? (gold === null ? 'no' : 'yes') : gold?.[question]
      if (told !== undefined)
        note(question, labels.indexOf(told), labels.indexOf(rule), [cues.flatMap(writeCues)])
      // Later questions are asked of what the rules take for a claim, too.
      const answer = question === 'claim' && told === 'no' ? rule : ((told ?? rule) as typeof rule)
      return { answer, probability: 1 }
    },
    choose(question, mention, ids, rule, cues) {
      const gold = goldOf(mention)
      if (gold === null) return { answer: rule, probability: 1 }
      const right =
        question === 'actor' ? ids.indexOf(gold.actor) : ids.findIndex((id) => nameTheSame(gold.source, id))
      note(
        question,
        right,
        rule,
        cues.map((lists) => lists.flatMap(writeCues)),
      )
      return { answer: right < 0 ? rule : right, probability: 1 }
    },
    confidence: (chance) => chance,
  }
  readText(article, teller)
  return examples
}

function counts({ tokens }: Document, mention: Mention, claim: GoldClaim): boolean {
  const start = tokens[mention.from]?.start ?? 0
  const end = tokens[mention.to - 1]?.end ?? 0
  return (
    claim.start < end &&
    start < claim.end &&
    claim.low === mention.quantity.low &&
    claim.high === mention.quantity.high &&
    claim.unit === mention.noun.unit
  )
}
