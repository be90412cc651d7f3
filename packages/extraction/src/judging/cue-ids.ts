/** Room for the cues of all judges, so that none is entered twice at the start. */
const room = 1 << 17
/** Two numbers of each cue, one after the other, by its id: the head and the second word. */
let numbers = new Int32Array(room)
/** A table with open addresses: the id of a cue and one more, so that nothing is 0. */
let slots = new Int32Array(room)
let count = 0
let isOpen = false

/** The id of a cue by its two numbers, or −1 when no judge knows it: a cue is looked up once, whoever weighs it afterwards. */
export function cueId(head: number, second: number): number {
  const id = (slots[findSlot(head, second)] as number) - 1
  return id < 0 && isOpen ? addCueId(head, second) : id
}

/** Gives a cue an id, if it has none. */
export function addCueId(head: number, second: number): number {
  const slot = findSlot(head, second)
  const known = slots[slot] as number
  if (known > 0) return known - 1
  numbers[2 * count] = head
  numbers[2 * count + 1] = second
  count += 1
  slots[slot] = count
  if (2 * count === numbers.length) grow()
  return count - 1
}

/** How many cues have an id. */
export function countCues(): number {
  return count
}

/** The two numbers of a cue. */
export function numbersOf(id: number): [head: number, second: number] {
  return [numbers[2 * id] as number, numbers[2 * id + 1] as number]
}

/** From now on every cue that is asked for gets an id; memory grows with them. */
export function openCues(): void {
  isOpen = true
}

/** Where a cue is, or would be. */
function findSlot(head: number, second: number): number {
  const last = slots.length - 1
  let hash = Math.imul(head ^ Math.imul(second, 0x85ebca6b), 0x9e3779b1)
  hash ^= hash >>> 15
  for (let slot = hash & last; ; slot = (slot + 1) & last) {
    const at = 2 * ((slots[slot] as number) - 1)
    if (at < 0 || (numbers[at] === head && numbers[at + 1] === second)) return slot
  }
}

/** As many slots as numbers: half of them stay free, so that searches are short. */
function grow(): void {
  const before = numbers
  numbers = new Int32Array(2 * before.length)
  numbers.set(before)
  slots = new Int32Array(numbers.length)
  for (let id = 0; id < count; id += 1)
    slots[findSlot(numbers[2 * id] as number, numbers[2 * id + 1] as number)] = id + 1
}
