/** Words that open a phrase of place. */
export const placing = new Set([
  'in',
  'at',
  'on',
  'near',
  'along',
  'across',
  'around',
  'inside',
  'throughout',
  'there',
  'abroad',
  'overseas',
  'outside',
])
