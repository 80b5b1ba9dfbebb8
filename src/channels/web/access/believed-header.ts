import type { Request } from 'express';

/** What a header says, where one that may say so is the one who asks us; undefined where it says nothing. */
export function believedHeader(request: Request, header: string): string | undefined {
  const isTrusted: unknown = request.app.get('trust proxy fn');
  const from = request.socket.remoteAddress;
  const isBelieved = typeof isTrusted === 'function' && isTrusted(from, 0) === true;
  return isBelieved ? request.get(header)?.trim() || undefined : undefined;
}
