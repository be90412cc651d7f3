import { countries } from 'countries-list'
import englishNames from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import nationalities from 'i18n-nationality/langs/en.json' with { type: 'json' }
import data from '../../data/actors.json' with { type: 'json' }
import { wordKind } from '../text/word-kinds.ts'
import { actorNames } from './actor-names.ts'
import { isCapital } from './capitals.ts'
import { countryCodes } from './country-codes.ts'
import { loadData } from './load-data.ts'
import { addPhrase, createPhraseIndex, type PhraseIndex } from './phrase-index.ts'
import { ActorsSchema } from './schemas.ts'

/** A name of an actor and what kind of name it is. */
export type ActorName = {
  id: string
  /** A plain noun that stands for the actor is `generic`; before another noun it is a `modifier`. */
  kind: 'name' | 'people' | 'leader' | 'capital' | 'generic' | 'modifier'
  family: 'state' | 'org' | 'group'
  /** Short names in capitals ("IS", "US") must be written so. */
  exact: string | null
  /** The name is of a force in the field, as UNIFIL is, not of the body behind it. */
  force: boolean
}

const entries = loadData('actors.json', ActorsSchema, data)

/** Bodies that send or watch over forces: whose men are counted is seldom they. */
export const bystanders: ReadonlySet<string> = idsOf(entries.filter(({ bystander }) => bystander))
/** Actors that have no forces. */
export const civilActors: ReadonlySet<string> = idsOf(entries.filter(({ civil }) => civil))

/** Every name of every actor. */
export const actors: PhraseIndex<ActorName> = createActorIndex()

function createActorIndex(): PhraseIndex<ActorName> {
  const index = createPhraseIndex<ActorName>(wordKind.actor)
  for (const [code, country] of Object.entries(countries))
    if (!actorNames.territories.has(code)) addCountry(index, code, country.name, country.capital)
  for (const entry of entries) {
    const family = entry.group ? 'group' : entry.org ? 'org' : 'state'
    const add = (names: readonly string[], kind: ActorName['kind']) => {
      for (const name of names) addName(index, name, entry.id, kind, family, entry.force === true)
    }
    add(entry.leaders, 'leader')
    add(entry.names, 'name')
    add(entry.people, 'people')
  }
  return index
}

function idsOf(found: readonly { id: string }[]): Set<string> {
  return new Set(found.map(({ id }) => id))
}

function addCountry(index: PhraseIndex<ActorName>, code: string, name: string, capital: string): void {
  const id = countryCodes.toThreeLetters(code)
  if (id === null) return
  const known: Record<string, string | string[]> = englishNames.countries
  const people: Record<string, string> = nationalities.nationalities
  if (capital && !actorNames.capitals.has(capital)) addName(index, capital, id, 'capital', 'state')
  for (const written of [name, known[code] ?? []].flat()) addName(index, written, id, 'name', 'state')
  const demonym = people[code]
  // Some entries repeat the name of the territory or explain it in brackets.
  if (demonym && demonym !== name && !/[(,-]/.test(demonym)) {
    addName(index, demonym, id, 'people', 'state')
    if (/(?:an|i)$/.test(demonym)) addName(index, `${demonym}s`, id, 'people', 'state')
  }
}

function addName(
  index: PhraseIndex<ActorName>,
  name: string,
  id: string,
  kind: ActorName['kind'],
  family: ActorName['family'],
  force = false,
): void {
  if (kind === 'name' && family === 'state' && isCapital(name)) return
  const acronym = name.length <= 4 && !name.includes(' ') && name === name.toUpperCase()
  // "coalition of the willing" has no capitals to look for.
  const lower = name === name.toLowerCase() && /^[a-z]/.test(name)
  const exact = acronym ? name : lower ? (name.split(' ')[0] ?? null) : null
  addPhrase(index, name, { id, kind, family, exact, force })
}
