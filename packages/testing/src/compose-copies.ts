import { composeNews, randomFrom } from './compose-news.ts'

type Edit = (sentences: string[], random: () => number) => string[]

/** What desks make of an agency's text and is a copy of it still. */
export const COPY_EDITS = {
  'the same under another headline': (text) => text,
  'an agency line before and a copyright behind': (text) => [
    'LESKO, 4 May (Wire) -',
    ...text,
    '© Wire. All rights reserved.',
  ],
  'the first 80 %': (text) => text.slice(0, 16),
  'the first half': (text) => text.slice(0, 10),
  'the first fifth': (text) => text.slice(0, 4),
  'one word in twenty changed': (text, random) => changed(text, random, 0.05),
  'one word in ten changed': (text, random) => changed(text, random, 0.1),
  'half of it, one word in twenty changed': (text, random) => changed(text.slice(0, 10), random, 0.05),
  'half of it under a new lead': (text) => [...composeNews(9999, 2).slice(0, 2), ...text.slice(0, 10)],
  'half of it and as much of its own': (text) => [...text.slice(0, 10), ...composeNews(9998, 7)],
  'the last half': (text) => text.slice(10),
  'every other sentence': (text) => text.filter((_, index) => index % 2 === 0),
  'two thirds in another order': (text, random) => shuffled(text.slice(0, 14), random),
} satisfies Record<string, Edit>

/** What desks write of the same matter and is a report of its own. */
export const REWRITES = {
  'another report of the same matter': (_, random) => composeNews(50_000 + Math.floor(random() * 1e6)),
  'another report that quotes two sentences': (text, random) => [
    ...composeNews(2_000_000 + Math.floor(random() * 1e6)),
    ...text.slice(4, 6),
  ],
  'written anew: every second word is another': (text, random) => changed(text, random, 0.5),
} satisfies Record<string, Edit>

/** What a desk makes of the composed text of a seed; the same for ever. */
export function editNews(seed: number, edit: Edit): string {
  return edit(composeNews(seed), randomFrom(seed + 1)).join(' ')
}

function changed(sentences: string[], random: () => number, share: number): string[] {
  const words = sentences.join(' ').split(' ')
  return words.map((word, index) => (random() < share ? `other${index}` : word))
}

function shuffled(sentences: string[], random: () => number): string[] {
  return sentences
    .map((sentence) => ({ sentence, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ sentence }) => sentence)
}
