import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { MentionContext } from './mention-context.ts'

const packageWords = wordClass('package')
const packageListing = wordClass('package-listing')

/** "The package includes 60 tanks; …": all that it lists is given. */
export function isInPackage({ tokens, mention, reading, governor }: MentionContext): boolean {
  if (mention.noun.unit !== 'materiel' || (governor !== null && governor.cost < 1)) return false
  const { from } = reading.sentence
  let list = mention.from
  for (let at = from; at < mention.from; at += 1) {
    if (isOneOf(tokens[at], packageWords)) list = at
    else if (list < at && isOneOf(tokens[at], packageListing))
      if (at - list <= (tokens[at]?.lower === 'of' ? 1 : farthestList)) return true
  }
  return false
}

// "The package of equipment, which was announced on Monday and is to be sent by ship, includes …"
const farthestList = 24
