import type { Request } from 'express';

/** What a header says, where one that may say so is the one who asks us; undefined where it says nothing. */
export function believedHeader(request: Request, header: string): string | undefined {
  const isTrusted: unknown = request.app.get('trust proxy fn');
  const from = request.socket.remoteAddress;
  const isBelieved = typeof isTrusted === 'function' && isTrusted(from, 0) === true;
  return isBelieved ? request.get(header)?.trim() || undefined : undefined;
}

/** Node hands headers over a byte a letter; Chinese names in them are UTF-8. */
export const inUtf8 = (header: string): string => Buffer.from(header, 'latin1').toString('utf8');

/** The groups that a proxy says a person is in. */
export const groupsIn = (request: Request, header: string): readonly string[] =>
  inUtf8(believedHeader(request, header) ?? '')
    .split(/[,;|]/u)
    .map((group) => group.trim())
    .filter((group) => group !== '');
