import { Type } from 'typebox'
import { model } from './model.ts'
import { id, instant, maybeInstant, maybeText } from './scalars.ts'

/** A feed and how its last poll went. */
export const Feed = model(
  'Feed',
  Type.Object(
    {
      id: id('Id of the feed.'),
      url: Type.String({ description: 'Its address.' }),
      title: maybeText('What it calls itself.'),
      outlet: Type.String({ description: 'Who publishes it.' }),
      status: Type.Enum(['active', 'paused'], { description: 'A paused feed is not polled.' }),
      intervalSeconds: Type.Integer({
        description: 'How long it is left alone after a poll that went well.',
      }),
      nextPollAt: instant('When it is due.'),
      lastPolledAt: maybeInstant('When it was last polled.'),
      lastOutcome: maybeText('How that went: modified, not-modified or failed.'),
      lastError: maybeText('Why it failed.'),
      consecutiveFailures: Type.Integer({
        description: 'Failures in a row; each doubles the pause, up to a day.',
      }),
      createdAt: instant('When it was added.'),
    },
    { description: 'An RSS or Atom feed that is polled.' },
  ),
)
