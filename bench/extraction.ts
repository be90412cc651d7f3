import { extractClaims } from '@muster/extraction'
import { composeArticles } from './extraction/compose-articles.ts'

/** Measures the extractor. */
export async function benchExtraction(): Promise<void> {
  const articles = composeArticles(300, 3000)
  for (let round = 0; round < 6; round += 1) {
    const cpu = process.cpuUsage()
    let claims = 0
    for (const article of articles) claims += extractClaims(article).length
    const { user, system } = process.cpuUsage(cpu)
    const rate = (articles.length / (user + system)) * 1e6
    process.stdout.write(`${Math.round(rate)} articles a second, ${claims} claims\n`)
  }
}
