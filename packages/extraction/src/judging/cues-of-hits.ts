import type { ActorContext } from '../actors/actor-context.ts'
import type { Mention } from '../mentions/mention.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import { addWord, joinedId, wordId } from '../text/word-ids.ts'
import { addWordCue, type Cues, cueKind } from './cues.ts'
import type { Candidate } from './list-candidates.ts'
import { wordAt } from './word-at.ts'

const kinds = {
  hit: cueKind('hit'),
  hitFamily: cueKind('hit family'),
  hitKind: cueKind('hit kind'),
  hitAfterWord: cueKind('hit after word'),
  hitBeforeWord: cueKind('hit before word'),
  hitBetween: cueKind('hit between'),
  hitFirst: cueKind('hit first'),
  hitGovernor: cueKind('hit governor'),
}

const places = {
  in: addWord('in'),
  before: addWord('before'),
  after: addWord('after'),
  farBefore: addWord('before, far'),
  farAfter: addWord('after, far'),
}
/** How a name stands to the governor of a count: its side, the side of the governor, and its voice. */
const standings = {
  before: standingsOf('before'),
  after: standingsOf('after'),
  inside: standingsOf('inside'),
}

function standingsOf(side: string): { left: number[]; right: number[] } {
  const of = (name: string) => ['active', 'passive'].map((voice) => addWord(`${name} ${side} ${voice}`))
  return { left: of('left'), right: of('right') }
}

/** Where the names of one who may be meant stand, and the words beside them. */
export function addHits(
  cues: Cues,
  context: ActorContext,
  candidate: Candidate,
  candidates: readonly Candidate[],
): void {
  const { tokens, mention, reading } = context
  const { sentence } = reading
  const [predicate, family] = [wordId(context.predicate), wordId(candidate.family)]
  for (const hit of candidate.hits) {
    const place = placeOf(hit, mention, candidate, candidates)
    const [before, after] = [wordAt(tokens, sentence, hit.at - 1), wordAt(tokens, sentence, hit.to)]
    addWordCue(cues, kinds.hit, place, predicate)
    addWordCue(cues, kinds.hitFamily, place, family)
    addWordCue(cues, kinds.hitKind, place, wordId(hit.name.kind))
    addWordCue(cues, kinds.hitAfterWord, place, before)
    addWordCue(cues, kinds.hitBeforeWord, place, after)
    addWordCue(cues, kinds.hitBetween, before, after)
    addGovernor(cues, context, hit, place)
    if (hit.at === sentence.from) addWordCue(cues, kinds.hitFirst, predicate)
  }
}

/** Within the count, before or after it, and whether another name stands nearer. */
function placeOf(
  hit: ActorHit,
  mention: Mention,
  candidate: Candidate,
  candidates: readonly Candidate[],
): number {
  if (hit.at >= mention.from && hit.to <= mention.to) return places.in
  const isFar = candidates.some(
    (other) => other.id !== candidate.id && other.hits.some(({ at }) => isNearer(at, hit, mention)),
  )
  if (hit.at < mention.from) return isFar ? places.farBefore : places.before
  return isFar ? places.farAfter : places.after
}

function isNearer(at: number, hit: ActorHit, mention: Mention): boolean {
  return hit.at < mention.from ? at > hit.at && at < mention.from : at < hit.at && at >= mention.to
}

function addGovernor(cues: Cues, { governor }: ActorContext, hit: ActorHit, place: number): void {
  if (governor === null || place === places.in) return
  const standing = standings[governor.side][hit.at < governor.hit.at ? 'left' : 'right']
  const voiced = joinedId(place, standing[governor.passive ? 1 : 0] as number)
  addWordCue(cues, kinds.hitGovernor, voiced, wordId(governor.reading.group.owner))
}
