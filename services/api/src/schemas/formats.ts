/** An address is looked up by its letters as browsers write them out; an index holds no more. */
const LONGEST_URL = 2000
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u

/** Formats of text besides the usual ones; `wanted` ends the sentence "must be …". */
export const formats = {
  line: { validate: isLine, wanted: 'a line of text with something to read in it' },
  'http-url': {
    validate: isHttpUrl,
    wanted:
      'an http or https address without a user name, of 2000 characters at most when it is written out, as in https://example.org/feed.xml',
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
  const { protocol, username, password, href } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === '' && href.length <= LONGEST_URL
}

function isTopicPattern(text: string): boolean {
  const parts = text.split('.')
  return isLine(text) && parts.length === 3 && parts.every((part) => /^(\*|[^*]+)$/.test(part))
}
