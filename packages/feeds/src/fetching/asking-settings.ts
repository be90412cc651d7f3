import { integer, outboundAllow, text } from '@muster/runtime'
import * as v from 'valibot'

/** The settings of whoever asks for feeds. */
export const askingSettings = {
  OUTBOUND_ALLOW: v.optional(outboundAllow, ''),
  POLL_INTERVAL_FLOOR: v.optional(
    integer({
      min: 60,
      max: 86_400,
      wanted: 'the shortest pause between two polls of a feed, from 60 to 86400 s',
    }),
    '60',
  ),
  CONTACT_URL: v.optional(
    text({
      pattern: /^(https?:\/\/|mailto:)[^\s;()]+$/,
      wanted: 'where the owners of feeds find out who asks, as in https://news.example/about-our-reader',
    }),
  ),
}
