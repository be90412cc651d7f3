/** The plural of an English noun; only its last word changes. */
export function pluralOfWord(word: string): string {
  if (word.endsWith('man') && !/(?:human|german|roman)$/.test(word)) return `${word.slice(0, -3)}men`
  if (word.endsWith('person')) return `${word.slice(0, -6)}people`
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return word === 'go' || word === 'do' || word === 'torpedo' ? `${word}es` : `${word}s`
}
