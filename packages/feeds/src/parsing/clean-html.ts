import sanitizeHtml from 'sanitize-html'
import type { Markup } from './read-markup.ts'
import { resolveUrl } from './resolve-url.ts'
import { tameHtml } from './tame-html.ts'

const words = (text: string): string[] => text.trim().split(/\s+/)

/** Pictures, tables that old feeds lay text out with, drawings and formulae; the rest is in sanitize-html's own list. */
const ELEMENTS =
  words(`img picture source audio video track map area del ins center font big tt strike acronym dir details
  summary legend fieldset svg g circle ellipse line path polygon polyline rect text tspan desc title
  math mrow mi mo mn ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd`)

const ATTRIBUTES =
  words(`title lang dir alt width height align valign datetime colspan rowspan headers scope start value
  type href src srcset poster cite rel color face size border xmlns xmlns:xlink xlink:href xlink:type xlink:show version
  baseProfile viewBox x y x1 y1 x2 y2 cx cy r rx ry d points transform fill stroke stroke-width`)

/** Attributes of SVG keep their capitals, which HTML parsers take away. */
const CAPITALS: Record<string, string> = { baseprofile: 'baseProfile', viewbox: 'viewBox' }
const ADDRESSES = new Set(words('href src poster cite xlink:href'))
const XML_NAMES: Record<string, string> = {
  svg: 'http://www.w3.org/2000/svg',
  math: 'http://www.w3.org/1998/Math/MathML',
}

/**
 * HTML that can be shown anywhere: no script, style, frame, form or handler, every address absolute http(s). The
 * attributes are in alphabetical order, so that a generator that shuffles them changes nothing. Null when nothing is left.
 */
export function cleanHtml({ html, base }: Markup): string | null {
  const tamed = tameHtml(html)
  if (!/[<&]/.test(tamed)) return tamed || null
  const clean = sanitizeHtml(tamed, {
    allowedTags: [...sanitizeHtml.defaults.allowedTags, ...ELEMENTS],
    allowedAttributes: { '*': ATTRIBUTES },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    parseStyleAttributes: false,
    transformTags: { '*': (tagName, attribs) => ({ tagName, attribs: tidy(tagName, attribs, base) }) },
  })
  return clean.trim() || null
}

function tidy(tag: string, attributes: Record<string, string>, base: string): Record<string, string> {
  const found = Object.entries(attributes).flatMap(([name, value]): [string, string][] => {
    const address = ADDRESSES.has(name) ? absolute(value, base) : value
    return address === null ? [] : [[CAPITALS[name] ?? name, address]]
  })
  const namespace = XML_NAMES[tag]
  if (namespace) found.push(['xmlns', namespace])
  if (found.some(([name]) => name.startsWith('xlink:')))
    found.push(['xmlns:xlink', 'http://www.w3.org/1999/xlink'])
  return Object.fromEntries(found.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** What is absolute already stays as written. */
const absolute = (address: string, base: string): string | null =>
  /^\s*(https?:\/\/|mailto:|tel:)/i.test(address) ? address.trim() : resolveUrl(address, base)
