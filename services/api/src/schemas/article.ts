import { Type } from 'typebox'
import { model } from './model.ts'
import { id, instant, maybeInstant, maybeText } from './scalars.ts'

/** An article as it is listed. */
export const Article = model(
  'Article',
  Type.Object(
    {
      id: id('Id of the article.'),
      feedId: id('The feed that first carried it.'),
      outlet: Type.String({ description: 'Who published it.' }),
      url: maybeText('Where it can be read.'),
      title: maybeText('Its headline.'),
      publishedAt: instant('When it was published.'),
      publishedBasis: Type.Enum(['stated', 'first-seen'], {
        description: 'Whether the feed stated that time, or it is when Muster first saw the article.',
      }),
      capturedAt: instant('When Muster recorded it.'),
      goneAt: maybeInstant('When its page was missing at a second look. Its claims stand: they were made.'),
      snapshotHash: Type.String({ description: 'SHA-256 of its present text: the name of the snapshot.' }),
      textBasis: Type.Enum(['feed', 'page'], {
        description: 'Whether the text is that which the feed carried, or that of the page.',
      }),
      pageFailure: maybeText(
        'Why the text is that of the feed though the page was wanted, as in `robots-disallow`, `http-403` or `timeout`.',
      ),
      extractedHash: maybeText('The snapshot that was last read for claims; null while none was.'),
      extractedAt: maybeInstant('When that was.'),
      extractor: maybeText('What read it.'),
    },
    { description: 'A news article that a feed carried.' },
  ),
)
