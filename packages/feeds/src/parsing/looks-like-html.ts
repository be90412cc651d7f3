/** The elements that people write in a description. */
const ELEMENTS = new Set(
  `a abbr acronym address article aside audio b big blockquote body br button caption center cite code col dd del details
   dfn div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img
   input ins kbd label legend li link main map mark marquee math meta nav noscript object ol optgroup option p param picture
   pre q s samp script section select small source span strike strong style sub summary sup svg table tbody td textarea
   tfoot th thead time title tr tt u ul var video wbr applet basefont bgsound blink dir frame frameset nobr noframes`.split(
    /\s+/,
  ),
)

/** Whether a text that may be plain or HTML is HTML: it has a tag of HTML or a reference. "5 < 6" has neither. */
export function looksLikeHtml(text: string): boolean {
  if (/&(#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i.test(text)) return true
  for (const [, name = ''] of text.matchAll(/<\/?([a-z][a-z\d]*)(?=[\s/>])[^<>]*>/gi))
    if (ELEMENTS.has(name.toLowerCase())) return true
  return false
}
