import { adversariesOf } from '../lexicon/adversaries.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { missions } from '../lexicon/generics.ts'
import { homes } from '../lexicon/homes.ts'
import type { Document } from '../text/document.ts'
import { wordKind } from '../text/word-kinds.ts'
import type { ActorCounts } from './count-actors.ts'

/** The state, the group and the organisation that "the army", "the rebels" and "the mission" mean in an article. */
export type Topic = { state: string | null; group: string | null; org: string | null }

// Half as often again: below that an article speaks of two states, not of one.
const clearLead = 1.5

/** Tells whom an article is about, family by family; null where two are named about as often. */
export function findTopic(document: Document, counts: ActorCounts): Topic {
  const group = findGroup(counts)
  return { state: findState(document, counts, group), group, org: findOrganisation(counts) }
}

function findState(document: Document, counts: ActorCounts, group: string | null): string | null {
  const scores = countHomes(document)
  for (const [id, { count, family }] of counts)
    if (family === 'state') scores.set(id, (scores.get(id) ?? 0) + count)
  if (group !== null) {
    const enemies = adversariesOf(group)
    const fighting = new Map([...scores].filter(([id]) => enemies.has(id)))
    const enemy = best(fighting, 1.01)
    const most = Math.max(...scores.values())
    if (enemy !== null && (scores.get(enemy) ?? 0) * clearLead >= most) return enemy
  }
  return best(scores, clearLead)
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
