/** A part of a saved page: its headers in small letters, its bytes decoded. */
export interface MimePart {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** Parts inside parts, no deeper. */
const MAX_DEPTH = 6;
const MAX_PARTS = 2000;

/** The leaves of a MIME message (RFC 2045, 2046), in order. */
export function mimeParts(message: Buffer, depth = 0): MimePart[] {
  const { headers, body } = splitHead(message);
  const boundary = boundaryOf(headers.get('content-type') ?? '');
  if (boundary === null || depth > MAX_DEPTH) return [{ headers, body: decodeBody(headers, body) }];
  return splitAt(body, boundary).flatMap((part) => mimeParts(part, depth + 1));
}

function splitHead(message: Buffer): { headers: Map<string, string>; body: Buffer } {
  const windows = message.indexOf('\r\n\r\n');
  const unix = message.indexOf('\n\n');
  const isWindows = windows >= 0 && (unix < 0 || windows < unix);
  const end = isWindows ? windows : unix;
  if (end < 0) return { headers: new Map(), body: message };
  const head = message.toString('latin1', 0, end).replace(/\r?\n[ \t]+/gu, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/u)) {
    const colon = line.indexOf(':');
    if (colon > 0)
      headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: message.subarray(end + (isWindows ? 4 : 2)) };
}

function boundaryOf(contentType: string): string | null {
  if (!/^multipart\//iu.test(contentType)) return null;
  const [, quoted, bare] = /boundary\s*=\s*(?:"([^"]+)"|([^;\s]+))/iu.exec(contentType) ?? [];
  return quoted ?? bare ?? null;
}

/** A saved page cut off has no closing boundary; its last part ends with the file. */
function splitAt(body: Buffer, boundary: string): Buffer[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const parts: Buffer[] = [];
  let start = body.indexOf(mark);
  while (start >= 0 && parts.length < MAX_PARTS) {
    const from = body.indexOf('\n', start + mark.length) + 1;
    const isClosing =
      body.toString('latin1', start + mark.length, start + mark.length + 2) === '--';
    if (isClosing || from === 0) break;
    const next = body.indexOf(mark, from);
    parts.push(body.subarray(from, next < 0 ? body.length : next));
    start = next;
  }
  return parts;
}

function decodeBody(headers: ReadonlyMap<string, string>, body: Buffer): Buffer {
  switch ((headers.get('content-transfer-encoding') ?? '').toLowerCase()) {
    case 'base64':
      return Buffer.from(body.toString('latin1'), 'base64');
    case 'quoted-printable':
      return decodeQuotedPrintable(body);
    default:
      return body;
  }
}

function decodeQuotedPrintable(body: Buffer): Buffer {
  const text = body
    .toString('latin1')
    .replace(/[ \t]*=[ \t]*\r?\n/gu, '')
    .replace(/=([0-9A-F]{2})/giu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(text, 'latin1');
}
