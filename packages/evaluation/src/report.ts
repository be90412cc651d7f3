import Table from 'cli-table3'
import type { Evaluation, Mistake, Score } from './evaluate.ts'

const CONTEXT = 90
const MOST_MISTAKES = 20
const SURE = 0.9

/** Writes an evaluation for a person to read. */
export function report({ articles, levels, by, calibration, silence, mistakes }: Evaluation): string {
  return [
    `${articles} articles, ${levels.core.gold} claims annotated, ${levels.core.predicted} found`,
    `no claim found on ${silence.silent} of the ${silence.articles} articles that have none`,
    scores('level', levels),
    scores('predicate', by.predicate),
    scores('status', by.status),
    scores('unit', by.unit),
    calibrationTable(calibration),
    sureClaims(calibration),
    ...mistakes.slice(0, MOST_MISTAKES).map(showMistake),
    ...(mistakes.length > MOST_MISTAKES ? [`and ${mistakes.length - MOST_MISTAKES} more`] : []),
  ].join('\n')
}

function scores(name: string, rows: Record<string, Score>): string {
  const table = plainTable([name, 'annotated', 'found', 'precision', 'recall', 'F1'])
  for (const [value, { gold, predicted, precision, recall, f1 }] of Object.entries(rows)) {
    table.push([value, gold, predicted, ...[precision, recall, f1].map((share) => share.toFixed(3))])
  }
  return table.toString()
}

function calibrationTable(rows: Evaluation['calibration']): string {
  const table = plainTable(['confidence', 'claims', 'mean', 'right at core'])
  for (const { from, to, claims, right, confidence } of rows) {
    table.push([
      `${from} to ${to}`,
      claims,
      ...(claims ? [confidence.toFixed(2), right.toFixed(2)] : ['', '']),
    ])
  }
  return table.toString()
}

/** What an alert may rely on: how often claims of a high confidence are right. */
function sureClaims(rows: Evaluation['calibration']): string {
  const sure = rows.filter(({ from }) => from >= SURE)
  const claims = sure.reduce((sum, row) => sum + row.claims, 0)
  if (claims === 0) return `no claim has a confidence of ${SURE} or more`
  const right = Math.round(sure.reduce((sum, row) => sum + row.right * row.claims, 0))
  return `confidence of ${SURE} or more: ${right} of ${claims} claims right at core, a precision of ${(right / claims).toFixed(3)}`
}

function showMistake({ kind, article, claim }: Mistake): string {
  const { start, end, unit, predicate, actor, status, extent, source } = claim
  const context = article.text.slice(Math.max(0, start - CONTEXT), end + CONTEXT).replace(/\s+/g, ' ')
  const fields = [unit, predicate, actor, status, extent, source].map((value) => value ?? '–').join(' ')
  return `${kind} ${article.id} “${article.text.slice(start, end)}” ${fields}\n    …${context}…`
}

function plainTable(head: string[]) {
  const colAligns = head.map((_, index) => (index === 0 ? ('left' as const) : ('right' as const)))
  return new Table({ head, colAligns, style: { head: [], border: [], compact: true } })
}
