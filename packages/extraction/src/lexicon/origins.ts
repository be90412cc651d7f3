import data from '../../data/origins.json' with { type: 'json' }
import { tokenise } from '../text/tokenise.ts'
import { wordKind } from '../text/word-kinds.ts'
import { findPhrase } from './find-phrase.ts'
import { loadData } from './load-data.ts'
import { addPhrase, createPhraseIndex, type PhraseIndex } from './phrase-index.ts'
import { OriginsSchema } from './schemas.ts'

const lists = loadData('origins.json', OriginsSchema, data)
const names = createIndex(lists.names)
const roles = createIndex(lists.roles)

/** How the names of sources become identities. */
export const origins = {
  byName: (source: string): string | null => findIn(names, source),
  roleOf: (source: string, actor: string | null): string | null => {
    const role = findIn(roles, source)
    return role === null ? null : (lists.roleAliases[actor ?? '']?.[role] ?? role)
  },
}

function createIndex(groups: Record<string, readonly string[]>): PhraseIndex<string> {
  const index = createPhraseIndex<string>(wordKind.attribution)
  for (const [id, phrases] of Object.entries(groups))
    for (const phrase of phrases) addPhrase(index, phrase, id)
  return index
}

function findIn(index: PhraseIndex<string>, source: string): string | null {
  const tokens = tokenise(source)
  for (let at = 0; at < tokens.length; at += 1) {
    const found = findPhrase(index, tokens, at)
    if (found) return found.value
  }
  return null
}
