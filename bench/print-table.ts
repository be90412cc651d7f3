import Table from 'cli-table3'

/** Writes a table with its title; all columns but the first are figures. */
export function printTable(title: string, head: string[], rows: string[][]): void {
  const colAligns = head.map((_, index) => (index === 0 ? ('left' as const) : ('right' as const)))
  const table = new Table({ head, colAligns, style: { head: [], border: [], compact: true } })
  table.push(...rows)
  process.stdout.write(`${title}\n${table.toString()}\n\n`)
}
