import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Exchange } from './site.ts';

/** Pages kept at most, each in up to three encodings: some twenty megabytes of long documents. */
const MAX_PAGES = 40;
/** Below the default of 11: a tenth of the time for a few per cent more bytes. */
const BROTLI_QUALITY = 6;

const ENCODERS = {
  br: (html: Buffer) =>
    promisify(brotliCompress)(html, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: html.length,
      },
    }),
  gzip: (html: Buffer) => promisify(gzip)(html),
} as const;
type Encoding = keyof typeof ENCODERS;

interface KeptPage {
  readonly etag: string;
  readonly html: Buffer;
  readonly encoded: Map<Encoding, Promise<Buffer>>;
}

/**
 * Pages that stay the same as long as the index does, rendered and compressed once. The least recently asked for
 * leave first; those of another generation leave at once.
 */
export class KeptPages {
  readonly #pages = new Map<string, KeptPage>();
  #generation = '';

  /** Sends the page of this key, rendering it where it is not kept. */
  async send(
    { request, response }: Exchange,
    { generation, key }: { readonly generation: string; readonly key: string },
    render: () => string,
  ): Promise<void> {
    const page = this.#page(generation, key, render);
    response
      .set({ ETag: page.etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding' })
      .type('html');
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    const encoding = request.acceptsEncodings('br', 'gzip');
    if (encoding !== 'br' && encoding !== 'gzip') {
      response.send(page.html);
      return;
    }
    const body = await encode(page, encoding);
    response.set('Content-Encoding', encoding).send(body);
  }

  #page(generation: string, key: string, render: () => string): KeptPage {
    if (generation !== this.#generation) this.#pages.clear();
    this.#generation = generation;
    const page = this.#pages.get(key) ?? toKept(render());
    this.#pages.delete(key);
    this.#pages.set(key, page);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > MAX_PAGES && oldest !== undefined) this.#pages.delete(oldest);
    return page;
  }
}

function toKept(rendered: string): KeptPage {
  const html = Buffer.from(rendered);
  const digest = createHash('sha256').update(html).digest('base64url').slice(0, 22);
  // Weak: the same page whatever it is compressed with.
  return { etag: `W/"${digest}"`, html, encoded: new Map() };
}

function encode({ html, encoded }: KeptPage, encoding: Encoding): Promise<Buffer> {
  const body = encoded.get(encoding) ?? ENCODERS[encoding](html);
  encoded.set(encoding, body);
  return body;
}
