/** Who asks and where to find out more, for the owners of feeds and the readers of their logs. */
export const userAgentOf = ({ CONTACT_URL: contact }: { CONTACT_URL?: string | undefined }): string =>
  `Muster/0.1 (${contact ? `+${contact}` : 'feed reader'})`
