import { extractClaims } from '@muster/extraction'

const text = 'Kenya sent 400 soldiers to Haiti on Monday.'
extractClaims({ id: 'a', title: null, text, published: null })
