const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u

/** Formats of text besides the usual ones; `wanted` ends the sentence "must be …". */
export const formats = {
  line: { validate: isLine, wanted: 'a line of text with something to read in it' },
  'http-url': {
    validate: isHttpUrl,
    wanted: 'an http or https address without a user name, as in https://example.org/feed.xml',
  },
  'topic-pattern': {
    validate: isTopicPattern,
    wanted: 'actor.item.predicate with * for any part, as in PRK.personnel.* or *.*.*',
  },
}

/** Control characters and lone surrogates are no text, and the database takes neither. */
function isLine(text: string): boolean {
  return text.trim() !== '' && !UNPRINTABLE.test(text)
}

function isHttpUrl(text: string): boolean {
  if (!isLine(text) || !URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === ''
}

function isTopicPattern(text: string): boolean {
  const parts = text.split('.')
  return isLine(text) && parts.length === 3 && parts.every((part) => /^(\*|[^*]+)$/.test(part))
}
