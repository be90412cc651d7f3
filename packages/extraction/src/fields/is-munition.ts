const munitions =
  /(?:drone|uav|missile|rocket|shell|round|munition|bomb|projectile|mortar|shahed|geran|vehicle aerial|unmanned aerial vehicle|torpedo|interceptor|atacms|storm shadow|iskander|kalibr)$/

/** Whether an item is fired, launched or dropped. */
export function isMunition(item: string): boolean {
  return munitions.test(item)
}
