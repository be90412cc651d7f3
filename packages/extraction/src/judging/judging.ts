import type { Extent, Predicate, Status } from '../claim-schema.ts'
import type { MentionContext } from '../fields/mention-context.ts'
import { resolveExtent } from '../fields/resolve-extent.ts'
import type { PredicateReading } from '../fields/resolve-predicate.ts'
import { resolveStatus } from '../fields/resolve-status.ts'
import type { Cues } from './cues.ts'
import { cuesOfClaim, cuesOfDraft, type Draft } from './cues-of-claim.ts'
import { cuesOfSentence } from './cues-of-sentence.ts'
import type { Decider } from './decider.ts'

/** What the questions about one claim have in common; `around` and `sentence` are cues. */
export type Judging = {
  decider: Decider
  context: MentionContext
  sourced: boolean
  around: Cues
  sentence: Cues
  ruled: Map<Predicate, Ruled>
  /** The cues of what was last said of the claim by the rules: the next question often meets the same. */
  drafted: { draft: Draft; cues: Cues } | null
}

/** What the rules say of a claim before its owner is known. */
type Ruled = { status: Status; extent: Extent }

/** Prepares the questions about one claim. */
export function prepareJudging(decider: Decider, context: MentionContext, sourced: boolean): Judging {
  const sentence = cuesOfSentence(context.tokens, context.reading)
  return {
    decider,
    context,
    sourced,
    around: cuesOfClaim(context),
    sentence,
    ruled: new Map(),
    drafted: null,
  }
}

/** Reads a claim by the rules, once a predicate: most often the one ruled is the one judged. */
export function readByRules({ context, ruled }: Judging, predicate: Predicate): Ruled {
  const known = ruled.get(predicate)
  if (known !== undefined) return known
  const status = resolveStatus(context, predicate)
  const read = { status, extent: resolveExtent(context, predicate, status, null) }
  ruled.set(predicate, read)
  return read
}

/** The cues of what the rules say of a claim. */
export function cuesOfRuled(
  judging: Judging,
  predicate: Predicate,
  from: PredicateReading['from'],
  { status, extent }: Ruled,
): Cues {
  const { drafted, context, sourced } = judging
  if (
    drafted?.draft.predicate === predicate &&
    drafted.draft.status === status &&
    drafted.draft.extent === extent
  )
    return drafted.cues
  const draft = { predicate, status, extent, predicateFrom: from, sourced }
  judging.drafted = { draft, cues: cuesOfDraft(context, draft) }
  return judging.drafted.cues
}
