/** A number in [0, 1) that follows from the text alone, so that a play goes on alike after a restart. FNV-1a with a final mix. */
export function seeded(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** Evenly between both ends. */
export const between = (text: string, [low, high]: readonly [number, number]): number =>
  low + seeded(text) * (high - low);

export const oneOf = <T>(text: string, list: readonly [T, ...T[]]): T =>
  list[Math.floor(seeded(text) * list.length)] ?? list[0];
