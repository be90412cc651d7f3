import { captureEntry, hashOfText } from '@muster/articles'
import { addFeed } from '@muster/feeds'
import type { Pool } from '@muster/postgres'
import { COPY_EDITS, editNews, REWRITES } from '@muster/testing/compose-copies'
import { composeNews } from '@muster/testing/compose-news'

const NOW = new Date('2024-11-04T12:00:00Z')

/** Captures made-up reports, their copies and rewrites; a row an edit: name, right, own, wrong; precision and recall. */
export async function judgeCopies(pool: Pool, texts: number): Promise<string[][]> {
  const capture = await openCapture(pool)
  const seeds = Array.from({ length: texts }, (_, seed) => seed)
  for (const seed of seeds) await capture(composeNews(seed).join(' '))
  const sum = { right: 0, wrong: 0 }
  const rows: string[][] = []
  for (const [name, edit] of Object.entries({ ...COPY_EDITS, ...REWRITES })) {
    const counts = { right: 0, own: 0, wrong: 0 }
    for (const seed of seeds) {
      const report = await capture(editNews(seed, edit))
      counts[judge(report, seed, editNews(seed, edit))]++
    }
    const isCopy = name in COPY_EDITS
    sum.right += isCopy ? counts.right : 0
    sum.wrong += isCopy ? counts.wrong : counts.right + counts.wrong
    rows.push([name, ...[counts.right, counts.own, counts.wrong].map(String)])
  }
  const share = (of: number) => `${((100 * sum.right) / of).toFixed(1)} %`
  const copies = Object.keys(COPY_EDITS).length * texts
  return [...rows, ['precision', share(sum.right + sum.wrong), '', ''], ['recall', share(copies), '', '']]
}

function judge(report: string, seed: number, text: string): 'right' | 'own' | 'wrong' {
  if (report === hashOfText(composeNews(seed).join(' '))) return 'right'
  return report === hashOfText(text) ? 'own' : 'wrong'
}

/** Captures a text as an article of its own; answers with its report. */
async function openCapture(pool: Pool): Promise<(text: string) => Promise<string>> {
  const { feed } = await addFeed(pool, { url: 'https://bench.example/copies', outlet: 'Bench' }, NOW)
  let count = 0
  return async (text) => {
    const entry = { id: `copy-${count++}`, link: null, title: null, text, publishedAt: NOW, outlet: null }
    const result = await captureEntry(pool, feed, entry, NOW)
    if (result.kind !== 'captured') throw new Error(`a made-up text was ${result.kind}`)
    const { rows } = await pool.query<{ reportId: string }>(
      `select data ->> 'reportId' as "reportId" from events where stream_id = $1`,
      [`article-${result.articleId}`],
    )
    return rows[0]?.reportId ?? ''
  }
}
