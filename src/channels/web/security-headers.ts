import type { RequestHandler } from 'express';

/** Only scripts and styles of our own files, and nothing from elsewhere. */
const policy = (framedBy: "'none'" | "'self'"): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ');

const HEADERS = {
  'Content-Security-Policy': policy("'none'"),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  // Questions stand in addresses: other sites are told none.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};
/** A document opens in a frame beside an answer. */
const FRAMED = { ...HEADERS, 'Content-Security-Policy': policy("'self'") };

export const setSecurityHeaders: RequestHandler = ({ path }, response, next) => {
  response.set(path.startsWith('/documents/') ? FRAMED : HEADERS);
  next();
};
