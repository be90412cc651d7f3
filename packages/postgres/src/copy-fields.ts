/** A text as a field of COPY. Most hold nothing to escape, and four looks are cheaper than one pattern. */
export function textField(text: string | null): string {
  if (text === null) return '\\N'
  const isPlain = !text.includes('\\') && !text.includes('\t') && !text.includes('\n') && !text.includes('\r')
  return isPlain ? text : text.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] ?? char)
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A list as a field of COPY that is an array of texts. */
export const listField = (list: string[]): string =>
  list.length === 0 ? '{}' : textField(`{${list.map(quoted).join(',')}}`)

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

/** Writes times as a column of COPY, of which many after another are the same. */
export function timeFields(): (time: Date | null) => string {
  let last: { time: Date; text: string } | null = null
  return (time) => {
    if (time === null) return '\\N'
    if (last?.time !== time) last = { time, text: time.toISOString() }
    return last.text
  }
}
