import { createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** Follows from the password alone: sessions outlive a restart, and end when the password is changed. */
export const sessionKey = (password: string, purpose: string): Buffer =>
  scryptSync(password, purpose, 32);

const signatureOf = (text: string, key: Buffer): string =>
  createHmac('sha256', key).update(text).digest('base64url');

/** Whether two texts are the same, in a time that tells nothing of where they differ. */
export function isSameText(a: string, b: string): boolean {
  const key = randomBytes(32);
  const digest = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** What a browser that has signed in brings along until then. */
export function sealSession(key: Buffer, expiresMs: number): string {
  const text = `${expiresMs}.${randomBytes(9).toString('base64url')}`;
  return `${text}.${signatureOf(text, key)}`;
}

export function isSessionOpen(token: string, key: Buffer, nowMs: number): boolean {
  const cut = token.lastIndexOf('.');
  const text = token.slice(0, Math.max(cut, 0));
  const isOurs = isSameText(token.slice(cut + 1), signatureOf(text, key));
  return isOurs && Number(text.split('.')[0]) > nowMs;
}
