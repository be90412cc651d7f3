import { adversariesOf } from '../lexicon/adversaries.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { missions } from '../lexicon/generics.ts'
import { homes } from '../lexicon/homes.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import type { ActorCounts } from './count-actors.ts'
import { type ActorHit, findActors } from './find-actors.ts'

const stateForce = wordClass('state-force')

/** The state, the group and the organisation that "the army", "the rebels" and "the mission" mean in an article. */
export type Topic = {
  state: string | null
  group: string | null
  org: string | null
  /** The only state of whose soldiers, by its people's name, the title or the text speaks. */
  soldiers: string | null
  /** The state named most by far: "the country". */
  land: string | null
  /** The three named most: whoever is meant, though not near, is seldom another. */
  most: readonly string[]
}

// Half as often again: below that an article speaks of two states, not of one.
const clearLead = 1.5
const seldom = 4

/** Tells whom an article is about, family by family; null where two are named about as often. */
export function findTopic(document: Document, counts: ActorCounts, hits: readonly ActorHit[]): Topic {
  const group = findGroup(counts)
  return {
    state: findState(document, counts, group),
    group,
    org: findOrganisation(counts),
    soldiers: findSoldiers(document, hits, counts),
    land: best(statesOf(counts), clearLead),
    most: [...counts]
      .sort(([, left], [, right]) => right.count - left.count)
      .slice(0, 3)
      .map(([id]) => id),
  }
}

function findState(document: Document, counts: ActorCounts, group: string | null): string | null {
  const scores = countHomes(document)
  for (const [id, count] of statesOf(counts)) scores.set(id, (scores.get(id) ?? 0) + count)
  // A group named by the way does not make its enemy the matter.
  if (group !== null && (counts.get(group)?.count ?? 0) * seldom >= Math.max(...scores.values())) {
    const enemies = adversariesOf(group)
    const fighting = new Map([...scores].filter(([id]) => enemies.has(id)))
    const enemy = best(fighting, 1.01)
    const most = Math.max(...scores.values())
    if (enemy !== null && (scores.get(enemy) ?? 0) * clearLead >= most) return enemy
  }
  return best(scores, clearLead)
}

function statesOf(counts: ActorCounts): Map<string, number> {
  const scores = new Map<string, number>()
  for (const [id, { count, family }] of counts) if (family === 'state') scores.set(id, count)
  return scores
}

/** How often places of each state are named. */
function countHomes({ tokens }: Document): Map<string, number> {
  const scores = new Map<string, number>()
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || (token.kinds & wordKind.home) === 0 || !token.capital) continue
    const found = findPhrase(homes, tokens, at)
    if (found === null) continue
    scores.set(found.value, (scores.get(found.value) ?? 0) + 1)
    at += found.length - 1
  }
  return scores
}

/** Of "Arcadian soldiers" and "Ruritanian troops" neither; of "Arcadian soldiers" alone Arcadia. The title goes first. */
function findSoldiers(document: Document, hits: readonly ActorHit[], counts: ActorCounts): string | null {
  const { title } = document
  const inTitle = soldiersNamed(title, findActors(title, { from: 0, to: title.length, paragraph: 0 }))
  if (inTitle !== null) return inTitle
  const found = soldiersNamed(document.tokens, hits)
  const most = Math.max(...statesOf(counts).values())
  return found !== null && (counts.get(found)?.count ?? 0) * 2 >= most ? found : null
}

function soldiersNamed(tokens: readonly Token[], hits: readonly ActorHit[]): string | null {
  let found: string | null = null
  for (const { to, name } of hits) {
    if (name.kind !== 'people' || name.family !== 'state' || !isOneOf(tokens[to], stateForce)) continue
    if (found !== null && found !== name.id) return null
    found = name.id
  }
  return found
}

function findGroup(counts: ActorCounts): string | null {
  const scores = new Map<string, number>()
  for (const [id, { count, family }] of counts) if (family === 'group') scores.set(id, count)
  return best(scores, 1)
}

/** The body that sent a mission is named beside it: a name of a force in the field counts for more. */
function findOrganisation(counts: ActorCounts): string | null {
  const scores = new Map<string, number>()
  for (const [id, { count, family, force }] of counts)
    if (family === 'org') scores.set(id, force ? count : count / 4)
  const found = best(scores, 1)
  if (found !== null && counts.get(found)?.force === true) return found
  for (const [host, mission] of missions) if (counts.has(host)) return mission
  return found
}

/** The highest score, when it leads the next by a factor. */
function best(scores: ReadonlyMap<string, number>, lead: number): string | null {
  let first: [string, number] | null = null
  let second = 0
  for (const entry of scores) {
    if (first === null || entry[1] > first[1]) {
      second = first?.[1] ?? 0
      first = entry
    } else second = Math.max(second, entry[1])
  }
  return first !== null && first[1] >= second * lead ? first[0] : null
}
