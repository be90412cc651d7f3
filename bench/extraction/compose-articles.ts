import type { ArticleInput } from '@muster/extraction'

const FORCES = [
  'Arcadian',
  'Ruritanian',
  'Polish',
  'North Korean',
  'Kenyan',
  'Ukrainian',
  'Russian',
  'Fijian',
]
const SPEAKERS = [
  'General Ode',
  'The defence ministry',
  'A spokesman for the General Staff',
  'Local officials',
  'The mission’s commander',
]
const PLACES = [
  'the Kursk region',
  'northern Mali',
  'Haiti',
  'the Strait of Hormuz',
  'Zaporizhzhia',
  'Poland',
]
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

/** One sentence from the parts it may name and a number. */
type Maker = (force: string, other: string, speaker: string, place: string, day: string, n: number) => string

const WITH_COUNTS: Maker[] = [
  (force, _, speaker, place, day, n) =>
    `${speaker} said on ${day} that about ${grouped(n * 100)} ${force} troops had been deployed to ${place}.`,
  (force, other, _, __, day, n) =>
    `At least ${n} ${force} soldiers were killed and ${n * 3} wounded when ${other} artillery shelled their camp on ${day}.`,
  (force, _, speaker, place, __, n) =>
    `${speaker} put the number of ${force} fighters in ${place} at between ${grouped(n * 40)} and ${grouped(n * 50)}, up from ${grouped(n * 30)} a year ago.`,
  (force, other, _, place, day, n) =>
    `${force} air defence shot down ${n} of the ${n + 14} drones that ${other} forces launched at ${place} overnight into ${day}.`,
]

const WITHOUT_COUNTS: Maker[] = [
  (force, _, speaker, place, day) =>
    `${speaker} declined to say on ${day} whether the ${force} government would send anyone to ${place}.`,
  (_, other, __, place, day, n) =>
    `The talks in ${place}, which began at 08:${10 + (n % 50)} on ${day}, ended without a word from the ${other} side.`,
  (force, other, speaker) =>
    `“We have asked our ${other} friends for patience,” ${speaker.replace('The', 'the')} added, and the ${force} embassy repeated it later in the day.`,
  (_, __, ___, place, day, n) =>
    `Residents of ${place} queued for bread on ${day}; a loaf now costs $${n % 9}.50, some ${n % 40} per cent more than in 2023.`,
  (force, other, _, place) =>
    `The road from ${place} winds for miles along a river that ${force} and ${other} maps show under different names, and nobody in the villages remembers which one was there first.`,
  (_, __, speaker, place, day, n) =>
    `${speaker} told reporters on ${day} that the hospital, a grey building ${n} km outside ${place}, had been without power since March.`,
]

/**
 * Articles of about `length` characters of sentences invented here, a count in every sixth, in paragraphs of
 * three. No two are alike: words repeat across them as they do in news, whole sentences do not.
 */
export function composeArticles(many: number, length: number): ArticleInput[] {
  const random = createRandom(20_250_214)
  return Array.from({ length: many }, (_, index) => {
    let text = ''
    for (let sentence = 0; text.length < length; sentence += 1) {
      const makers = sentence % 6 === 1 ? WITH_COUNTS : WITHOUT_COUNTS
      const gap = sentence === 0 ? '' : sentence % 3 === 0 ? '\n\n' : ' '
      text += gap + compose(pick(random, makers), random)
    }
    return { id: `composed-${index}`, title: text.slice(0, 60), text, published: '2025-02-14' }
  })
}

function compose(maker: Maker, random: () => number): string {
  const [force, other] = [pick(random, FORCES), pick(random, FORCES)]
  const number = 3 + Math.floor(random() * 90)
  return maker(force, other, pick(random, SPEAKERS), pick(random, PLACES), pick(random, DAYS), number)
}

function pick<Value>(random: () => number, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value
}

function grouped(number: number): string {
  return number.toLocaleString('en-US')
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
