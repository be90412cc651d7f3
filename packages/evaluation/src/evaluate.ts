import { type ExtractedClaim, extractClaims } from '@muster/extraction'
import { type Level, levels } from './agreement.ts'
import type { GoldArticle, GoldClaim } from './gold.ts'
import { type Match, matchClaims } from './match-claims.ts'

/** Precision, recall and F1 from 0 to 1, over `gold` annotated and `predicted` claims. */
export type Score = { gold: number; predicted: number; precision: number; recall: number; f1: number }

export type Mistake = { kind: 'missed' | 'extra'; article: GoldArticle; claim: GoldClaim }

export type Evaluation = {
  articles: number
  levels: Record<Level, Score>
  /** At the level core, by the value of a field. */
  by: Record<'predicate' | 'status' | 'unit', Record<string, Score>>
  /** Share of claims that are right at the level core, by their confidence. */
  calibration: { from: number; to: number; claims: number; right: number; confidence: number }[]
  /** Share of the articles without claims on which none was found. */
  silence: { articles: number; silent: number }
  mistakes: Mistake[]
}

type Reading = { article: GoldArticle; predicted: ExtractedClaim[]; core: Match<ExtractedClaim> }

const BINS = [0, 0.5, 0.7, 0.8, 0.9, 1]

/** Extracts the claims of annotated articles and compares. */
export function evaluate(
  articles: GoldArticle[],
  extract: (article: GoldArticle) => ExtractedClaim[] = extractClaims,
): Evaluation {
  const readings = articles.map((article): Reading => {
    const predicted = extract(article)
    return { article, predicted, core: matchClaims('core', article.claims, predicted) }
  })
  const empty = readings.filter(({ article }) => article.claims.length === 0)
  return {
    articles: articles.length,
    levels: Object.fromEntries(levels.map((level) => [level, scoreAt(level, readings)])) as Record<
      Level,
      Score
    >,
    by: {
      predicate: scoresBy('predicate', readings),
      status: scoresBy('status', readings),
      unit: scoresBy('unit', readings),
    },
    calibration: calibrate(readings),
    silence: {
      articles: empty.length,
      silent: empty.filter(({ predicted }) => predicted.length === 0).length,
    },
    mistakes: readings.flatMap(({ article, core }) => [
      ...core.missed.map((claim) => ({ kind: 'missed' as const, article, claim })),
      ...core.extra.map((claim) => ({ kind: 'extra' as const, article, claim })),
    ]),
  }
}

function scoreAt(level: Level, readings: Reading[]): Score {
  const matches = readings.map(({ article, predicted }) => matchClaims(level, article.claims, predicted))
  const matched = sum(matches.map(({ pairs }) => pairs.length))
  return score(
    matched + sum(matches.map(({ missed }) => missed.length)),
    matched + sum(matches.map(({ extra }) => extra.length)),
    matched,
    matched,
  )
}

function scoresBy(field: 'predicate' | 'status' | 'unit', readings: Reading[]): Record<string, Score> {
  const gold = readings.flatMap(({ article }) => article.claims)
  const predicted = readings.flatMap((reading) => reading.predicted)
  const pairs = readings.flatMap(({ core }) => core.pairs)
  const values = [...new Set([...gold, ...predicted].map((claim) => claim[field]))].sort()
  const count = (claims: GoldClaim[], value: string) =>
    claims.filter((claim) => claim[field] === value).length
  return Object.fromEntries(
    values.map((value) => {
      const found = count(
        pairs.map(([wanted]) => wanted),
        value,
      )
      const right = count(
        pairs.map(([, claim]) => claim),
        value,
      )
      return [value, score(count(gold, value), count(predicted, value), found, right)]
    }),
  )
}

function score(gold: number, predicted: number, found: number, right: number): Score {
  const precision = predicted === 0 ? 0 : right / predicted
  const recall = gold === 0 ? 0 : found / gold
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { gold, predicted, precision, recall, f1 }
}

function calibrate(readings: Reading[]): Evaluation['calibration'] {
  const claims = readings.flatMap(({ predicted, core }) => {
    const right = new Set(core.pairs.map(([, claim]) => claim))
    return predicted.map((claim) => ({ confidence: claim.confidence, right: right.has(claim) }))
  })
  return BINS.slice(1).map((to, index) => {
    const from = BINS[index] ?? 0
    const inside = claims.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1))
    const mean = (values: number[]) => (values.length === 0 ? 0 : sum(values) / values.length)
    return {
      from,
      to,
      claims: inside.length,
      right: mean(inside.map(({ right }) => Number(right))),
      confidence: mean(inside.map(({ confidence }) => confidence)),
    }
  })
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
