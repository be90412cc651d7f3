/** The version of the rules; it changes whenever what they read can change. */
export const extractorVersion: string = 'rules-14'
