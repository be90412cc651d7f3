import { Type } from 'typebox'
import { maybeText } from './scalars.ts'

const cursor = (description: string) => Type.Optional(Type.String({ maxLength: 1000, description }))

/** How many a page has at most. */
export const limit = Type.Integer({ minimum: 1, maximum: 200, default: 50, description: 'How many at most.' })

/** Where a page of a list from new to old begins. */
export const before = cursor('Continue a list: the `next` of the page before. Without it: from the newest.')

/** Where a page of any other list begins. */
export const after = cursor('Continue a list: the `next` of the page before. Without it: from the beginning.')

/** Where the next page begins. */
export const next = maybeText('Give this back to get the next page; null on the last one.')
