import type { Estimate } from '@muster/estimates'

/** Names stand in thousands of estimates after another in the same list, which is the same object until it changes. */
const texts = new WeakMap<string[], string>()

/** An estimate as JSON.stringify has it, in a sixth of the time: a rebuild writes hundreds of thousands. */
export function estimateText(estimate: Estimate): string {
  const { low, best, high, lowOpen, highOpen, contested, origins, outlets, articles } = estimate
  return (
    `{"low":${low},"best":${best},"high":${high},"lowOpen":${lowOpen},"highOpen":${highOpen}` +
    `,"contested":${contested},"origins":${listText(origins)},"outlets":${listText(outlets)},"articles":${articles}` +
    `,"newestPublishedAt":"${estimate.newestPublishedAt.toISOString()}","claimIds":${idsText(estimate.claimIds)}}`
  )
}

function listText(list: string[]): string {
  const known = texts.get(list)
  if (known !== undefined) return known
  const text = JSON.stringify(list)
  texts.set(list, text)
  return text
}

/** Nothing in an id needs to be escaped. */
const idsText = (ids: string[]): string => (ids.length === 0 ? '[]' : `["${ids.join('","')}"]`)
