import type { FastifyHelmetOptions } from '@fastify/helmet'

/**
 * What pages of the server may load: only what the server itself serves. The job board asks for a font of
 * Google's and does well without it. Not upgraded to https, because a server on a private network may have none.
 */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    baseUri: ["'self'"],
    fontSrc: ["'self'", 'data:'],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    scriptSrc: ["'self'"],
    scriptSrcAttr: ["'none'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
  },
}

/** Headers of every answer. Without a referrer, browsers would hide the origin of the login form. */
export const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy,
  frameguard: { action: 'deny' },
  referrerPolicy: { policy: 'same-origin' },
}
