import { createHash } from 'node:crypto';

/** A vector of unit length made of the pairs of characters a text has: alike where texts share wording. */
export function hashedEmbedding(text: string, dimensions: number): number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  const characters = [...`^${text}$`];
  for (const [at, character] of characters.entries()) {
    const digest = createHash('sha256')
      .update(`${character}${characters[at + 1] ?? ''}`)
      .digest();
    const place = digest.readUInt32LE(0) % dimensions;
    vector[place] = (vector[place] ?? 0) + (digest.readUInt8(4) % 2 === 0 ? 1 : -1);
  }
  const length = Math.hypot(...vector);
  if (length === 0) return vector.map((_, at) => (at === 0 ? 1 : 0));
  return vector.map((value) => value / length);
}
