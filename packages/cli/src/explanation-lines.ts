import type { ClaimExplanation, SentenceExplanation, TokenExplanation } from '@muster/extraction'

const ACTOR_FROM: Record<ClaimExplanation['actorFrom'], string> = {
  phrase: 'named with the count',
  clause: 'from the verb and its clause',
  context: 'from the sentences around it',
  guess: 'guessed from the article',
  none: 'nobody named',
}
const PASSED: Record<SentenceExplanation['passed'][number]['reason'], string> = {
  zero: 'none at all',
  money: 'money',
  label: 'the number of a label, an age or a paragraph',
  ratio: 'a ratio',
  measure: 'a measure: distance, time, share, weight',
  date: 'a date or year',
  model: 'a model number',
  'unit name': 'the name of a unit',
  'other noun': 'it counts something else',
  'no noun': 'it has no noun, and none to borrow',
  capacity: 'what one vehicle or launcher can hold',
  threshold: 'a legal threshold, held by no force',
  speaker: 'a person who speaks',
  praise: 'it tells of what kind something is',
  civilian: 'nothing near says that these are military',
  doubtful: 'the words around it speak of something else',
  unlikely: 'no number of the text is likely to count a force',
  code: 'a time, an ordinal or a name with digits',
}

/** Writes how one sentence was read, line by line. */
export function explanationLines({ text, tokens, claims, passed }: SentenceExplanation): string[] {
  return [
    `“${text.replace(/\s+/g, ' ')}”`,
    `  ${tokens.map(showToken).join(' ')}`,
    ...claims.flatMap((claim) => claimLines(claim)),
    ...passed.map(({ quote, reason }) => `  no claim: “${quote}” – ${PASSED[reason]}`),
    ...(claims.length + passed.length === 0 ? ['  no number'] : []),
    '',
  ]
}

function showToken({ text, kind, may }: TokenExplanation): string {
  if (kind === 'code') return `${text}[code]`
  if (kind === 'number') return `${text}[number]`
  return may.length === 0 ? text : `${text}[${may.join(', ')}]`
}

function claimLines(explained: ClaimExplanation): string[] {
  const { claim } = explained
  const rows: [string, string][] = [
    ['quantity', `${claim.low ?? 'unbounded'} to ${claim.high ?? 'unbounded'}, ${claim.qualifier}`],
    ['counted', `${claim.item}, ${claim.unit}`],
    ['predicate', `${claim.predicate}, ${groundOf(explained)}`],
    ['actor', `${claim.actor ?? 'unknown'}, ${ACTOR_FROM[explained.actorFrom]}`],
    ['status', claim.status],
    ['extent', claim.extent],
    [
      'source',
      claim.source === null ? 'the article itself' : `${claim.source} (${claim.origin ?? 'unknown'})`,
    ],
    ['places', claim.places.map((name, at) => `${name} (${claim.placeIds[at]})`).join(', ') || 'none'],
    ['date', claim.effectiveDate ?? 'none'],
    ['confidence', String(claim.confidence)],
  ]
  if (explained.repeats) rows.push(['repeats', 'an earlier claim, which gives what this one leaves out'])
  return [`  claim: “${claim.quote}”`, ...rows.map(([name, value]) => `    ${name.padEnd(11)}${value}`)]
}

function groundOf({ predicateFrom, trigger }: ClaimExplanation): string {
  switch (predicateFrom) {
    case 'trigger': {
      const at = trigger?.side === 'inside' ? 'in' : trigger?.side
      return `from “${trigger?.words}” (${trigger?.lemma}) ${at} the count, ${trigger?.distance} away`
    }
    case 'noun':
      return 'from the noun itself'
    case 'phrase':
      return 'from a set phrase around the count'
    case 'count before':
      return 'as the count before'
    case 'nothing':
      return 'the usual one, for no verb tells'
    default:
      return predicateFrom satisfies never
  }
}
