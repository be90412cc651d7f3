import { expect, test } from 'vitest'
import { decodeBody } from './decode-body.ts'

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

test.each<[string, Buffer, string | null, string]>([
  ['valid UTF-8, whatever the header says', Buffer.from('Groß'), 'text/xml; charset=iso-8859-1', 'Groß'],
  [
    'the header where the bytes are no UTF-8',
    latin1('\x93Gro\xdf\x94'),
    'text/xml; charset=windows-1252',
    '“Groß”',
  ],
  [
    'the header before the declaration',
    latin1('<?xml encoding="koi8-r"?>\xdf'),
    "text/xml;charset = 'latin1'",
    '<?xml encoding="koi8-r"?>ß',
  ],
  [
    'the declaration, the header saying ASCII',
    latin1('<?xml encoding="koi8-r"?>\xcb'),
    'text/xml; charset=us-ascii',
    '<?xml encoding="koi8-r"?>к',
  ],
  ['UTF-16 by its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('<a>Groß')]), null, '<a>Groß'],
  ['UTF-16 by its zero bytes', utf16('<a>Groß').swap16(), null, '<a>Groß'],
  ['UTF-32 by its zero bytes', Buffer.from([0x3c, 0, 0, 0, 0x61, 0, 0, 0]), null, '<a'],
  [
    'a false label of UTF-16',
    latin1('<?xml encoding="utf-16"?>Gro\xdf'),
    null,
    '<?xml encoding="utf-16"?>Groß',
  ],
  [
    'UTF-8 with a broken byte',
    Buffer.concat([Buffer.from('“Größe”'), Buffer.from([0x92])]),
    'text/xml; charset=utf-8',
    '“Größe”’',
  ],
  [
    'Latin-1 labelled UTF-8',
    latin1('Die Gr\xf6\xdfe der Stra\xdfe'),
    'text/xml; charset=utf-8',
    'Die Größe der Straße',
  ],
  ['control characters of windows-1252 in UTF-8', Buffer.from('don\u0092t'), null, 'don’t'],
  ['no control characters and no byte order mark', Buffer.from('\ufeffa\0b\u0001c'), null, 'abc'],
  [
    'Japanese in escape sequences',
    latin1('<?xml encoding="iso-2022-jp"?>\x1b$B$"\x1b(B'),
    null,
    '<?xml encoding="iso-2022-jp"?>あ',
  ],
])('%s', (_, body, contentType, expected) => {
  expect(decodeBody(body, contentType)).toBe(expected)
})

test.each([
  ['windows-1251', 'Северокорейские солдаты прибыли в область, сообщили вчера в министерстве', 0xc0 - 0x410],
  ['windows-1255', 'החיילים הגיעו אתמול אל הגבול ושם הם מחכים לפקודות נוספות', 0xe0 - 0x5d0],
  [
    'windows-874',
    'ทหารสามพันนาย เดินทางมาถึงชายแดน เมื่อวานนี้ ตามที่กระทรวงกลาโหม แถลงในกรุงเทพ และจะอยู่ที่นั่น สองเดือน',
    0xa1 - 0xe01,
  ],
])('%s without any label is recognised', (_, text, shift) => {
  const bytes = Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0)
    return code < 0x80 ? code : code + shift
  })
  expect(decodeBody(bytes, null)).toBe(text)
})
