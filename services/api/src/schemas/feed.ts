import { Type } from 'typebox'
import { model } from './model.ts'
import { id, instant, maybe, maybeInstant, maybeText } from './scalars.ts'

/** A feed and how its last poll went. */
export const Feed = model(
  'Feed',
  Type.Object(
    {
      id: id('Id of the feed.'),
      url: Type.String({ description: 'Its address.' }),
      title: maybeText('What it calls itself.'),
      outlet: Type.String({ description: 'Who publishes it.' }),
      status: Type.Enum(['active', 'paused', 'parked'], {
        description: 'A paused feed is not polled; a parked one, gone or failing for a month, once a week.',
      }),
      statusSince: instant('Since when.'),
      parkedBecause: maybe(Type.Enum(['gone', 'failing']), 'Why it is parked; null when it is not.'),
      trouble: maybe(
        Type.Enum(['failing', 'quiet', 'gone']),
        'What somebody should look at: `failing` for a day, `quiet` for longer than its history makes likely, or `gone`.',
      ),
      intervalSeconds: Type.Integer({
        description: 'How long it is left alone after a poll that went well, until its own rhythm is known.',
      }),
      fullText: Type.Boolean({
        description:
          'Whether the pages of its articles may be asked for: for their texts, where it carries only summaries, and for whether they are there.',
      }),
      nextPollAt: instant('When it is due.'),
      lastPolledAt: maybeInstant('When it was last polled.'),
      lastOutcome: maybeText(
        'How that went: `modified`, `not-modified`, `unchanged` (the same text without saying so), `throttled` (told to wait), `gone` or `failed`.',
      ),
      lastError: maybeText('Why it failed.'),
      consecutiveFailures: Type.Integer({
        description:
          'Failures in a row. By their class each lengthens the pause, at most fourfold, up to a day.',
      }),
      createdAt: instant('When it was added.'),
    },
    { description: 'An RSS or Atom feed that is polled.' },
  ),
)
