import type { ActorContext } from '../actors/actor-context.ts'
import type { Mention } from '../mentions/mention.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import { wordId } from '../text/word-ids.ts'
import { addCue, addWordCue, type Cues, cueKind } from './cues.ts'
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

/** Where the names of one who may be meant stand, and the words beside them. */
export function addHits(
  cues: Cues,
  context: ActorContext,
  candidate: Candidate,
  candidates: readonly Candidate[],
): void {
  const { tokens, mention, reading, predicate } = context
  const { sentence } = reading
  for (const hit of candidate.hits) {
    const place = placeOf(hit, mention, candidate, candidates)
    const [before, after] = [wordAt(tokens, sentence, hit.at - 1), wordAt(tokens, sentence, hit.to)]
    addCue(cues, kinds.hit, place, predicate)
    addCue(cues, kinds.hitFamily, place, candidate.family)
    addCue(cues, kinds.hitKind, place, hit.name.kind)
    addWordCue(cues, kinds.hitAfterWord, wordId(place), before)
    addWordCue(cues, kinds.hitBeforeWord, wordId(place), after)
    addWordCue(cues, kinds.hitBetween, before, after)
    addGovernor(cues, context, hit, place)
    if (hit.at === sentence.from) addCue(cues, kinds.hitFirst, predicate)
  }
}

/** Within the count, before or after it, and whether another name stands nearer. */
function placeOf(
  hit: ActorHit,
  mention: Mention,
  candidate: Candidate,
  candidates: readonly Candidate[],
): string {
  if (hit.at >= mention.from && hit.to <= mention.to) return 'in'
  const before = hit.at < mention.from
  const isNearer = ({ at }: ActorHit) =>
    before ? at > hit.at && at < mention.from : at < hit.at && at >= mention.to
  const isFar = candidates.some((other) => other.id !== candidate.id && other.hits.some(isNearer))
  return `${before ? 'before' : 'after'}${isFar ? ', far' : ''}`
}

function addGovernor(cues: Cues, { governor }: ActorContext, hit: ActorHit, place: string): void {
  if (governor === null || place === 'in') return
  const side = hit.at < governor.hit.at ? 'left' : 'right'
  const voice = governor.passive ? 'passive' : 'active'
  addCue(cues, kinds.hitGovernor, `${place} ${side} ${governor.side} ${voice}`, governor.reading.group.owner)
}
