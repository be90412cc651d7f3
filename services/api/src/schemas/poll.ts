import { Type } from 'typebox'
import { model } from './model.ts'
import { instant, maybe, maybeText } from './scalars.ts'

const count = (description: string) => Type.Integer({ minimum: 0, description })

/** What became of the entries of documents; the first number is the sum of the others. */
export const entryCounts = {
  fetched: count('Entries in the documents: the sum of the five numbers that follow.'),
  new: count('Seen for the first time, and captured.'),
  known: count('Known with the same text, from this feed or another.'),
  changed: count('Known with another text, and revised.'),
  filtered: count('Left out: without text, or beyond the limit of a document.'),
  failed: count('Not stored; they are asked for again.'),
}

/** One poll of a feed. */
export const Poll = model(
  'Poll',
  Type.Object(
    {
      polledAt: instant('When it was polled.'),
      outcome: Type.Enum(['modified', 'not-modified', 'unchanged', 'throttled', 'gone', 'failed'], {
        description:
          '`modified`: a document was read; `not-modified` and `unchanged`: there was nothing new to read; the others ' +
          'brought nothing.',
      }),
      reason: maybeText('The name of the reason why it failed, as in `timeout`, `not-a-feed` or `http-404`.'),
      detail: maybeText('What went wrong, in a line.'),
      httpStatus: maybe(Type.Integer(), 'What the server answered; null when it did not.'),
      isPush: Type.Boolean({ description: 'Whether a hub told of news before.' }),
      ...entryCounts,
      drops: Type.Array(
        Type.Object({
          entryId: maybeText('Id of the entry; null where it was not read.'),
          reason: Type.Enum(['no-text', 'over-the-limit', 'not-stored']),
        }),
        { description: 'Entries filtered or failed, a hundred at most, each with its reason.' },
      ),
      nextPollAt: instant('When the next one was due then.'),
    },
    { description: 'One poll of a feed and what became of the entries that it brought.' },
  ),
)
