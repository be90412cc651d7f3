import { Type } from 'typebox'
import { model } from './model.ts'
import { entryCounts } from './poll.ts'

const feeds = (description: string) => Type.Integer({ minimum: 0, description })

/** A day of all feeds. */
export const CoverageDay = model(
  'CoverageDay',
  Type.Object(
    {
      day: Type.String({ format: 'date', description: 'The day, in UTC.' }),
      feeds: Type.Object(
        {
          reporting: feeds('Brought something new or changed.'),
          quiet: feeds('Answered, and had nothing new.'),
          broken: feeds(
            'Were asked and never answered as a feed, or brought nothing new because entries could not be stored.',
          ),
          parked: feeds('Are asked once a week, being gone or having failed for a month.'),
          paused: feeds('Were not asked, by order.'),
          notDue: feeds('Were not asked, not being due.'),
        },
        { description: 'Each feed of that day is in one of these numbers.' },
      ),
      polls: Type.Object({
        answered: feeds('Polls that were answered.'),
        throttled: feeds('Polls that were told to wait.'),
        broken: feeds('Polls that failed.'),
      }),
      entries: Type.Object(entryCounts),
    },
    { description: 'What the feeds brought on a day, and which of them brought nothing for what reason.' },
  ),
)
