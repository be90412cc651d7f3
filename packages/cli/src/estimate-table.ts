import Table from 'cli-table3'

/** One series as it is shown at the terminal. */
export type EstimateRow = {
  /** The topic and the place, as in `PRK.personnel.deployed@RU-KRS`; `@*` is overall. */
  series: string
  low: number | null
  best: number | null
  high: number | null
  lowOpen: boolean
  highOpen: boolean
  contested: boolean
  origins: number
  /** The day of the newest claim. */
  asOf: string
  quote: string
}

const LONGEST_QUOTE = 44

/** Writes estimates as a table, overall ones first. */
export function estimateTable(rows: readonly EstimateRow[]): string {
  if (rows.length === 0) return 'No estimates yet.'
  const table = new Table({
    head: ['series', 'low', 'best', 'high', '', 'origins', 'as of', 'quote'],
    colAligns: ['left', 'right', 'right', 'right', 'left', 'right', 'left', 'left'],
    style: { head: [], border: [], compact: true },
  })
  table.push(...rows.toSorted(byPlaceThenTopic).map(toCells))
  return `${table.toString()}\n${legend(rows)}`
}

function byPlaceThenTopic(a: EstimateRow, b: EstimateRow): number {
  return Number(isOverall(b)) - Number(isOverall(a)) || (a.series < b.series ? -1 : 1)
}

function isOverall({ series }: EstimateRow): boolean {
  return series.endsWith('@*')
}

function toCells(row: EstimateRow): string[] {
  return [
    row.series,
    bound(row.low, row.lowOpen, '≤ '),
    bound(row.best, false, ''),
    bound(row.high, row.highOpen, '≥ '),
    row.contested ? '≠' : '',
    String(row.origins),
    row.asOf,
    `“${shorten(row.quote)}”`,
  ]
}

function bound(value: number | null, isOpen: boolean, mark: string): string {
  return value === null ? '–' : `${isOpen ? mark : ''}${value.toLocaleString('en-US')}`
}

function shorten(quote: string): string {
  const line = quote.replace(/\s+/g, ' ')
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : line
}

function legend(rows: readonly EstimateRow[]): string {
  const open = rows.some(({ lowOpen, highOpen }) => lowOpen || highOpen)
  const contested = rows.some((row) => row.contested)
  return [
    '@* overall',
    ...(open ? ['≤ ≥ an open side: only a source’s point stands there'] : []),
    ...(contested ? ['≠ sources contradict each other'] : []),
  ].join(' · ')
}
