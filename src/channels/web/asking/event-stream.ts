import type { Response } from 'express';

/** A reader that leaves this much unread is gone or means no good. */
const MAX_UNREAD_BYTES = 256 * 1024;
/** A stream on which nothing happens is closed by many a proxy; a comment keeps it open. */
const KEEP_OPEN_MS = 15_000;

/** Server-sent events to one reader. */
export class EventStream {
  readonly #response: Response;
  readonly #keepOpen: NodeJS.Timeout;
  readonly #gone = new AbortController();

  constructor(response: Response) {
    this.#response = response;
    response.on('close', () => this.#end());
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    this.#keepOpen = setInterval(() => this.#write(': \n\n'), KEEP_OPEN_MS);
  }

  /** Aborted when the reader has gone. */
  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  send(event: string, data: unknown): void {
    this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  close(): void {
    this.#response.end();
    this.#end();
  }

  #write(text: string): void {
    if (this.signal.aborted) return;
    this.#response.write(text);
    if (this.#response.writableLength > MAX_UNREAD_BYTES) this.#response.destroy();
  }

  #end(): void {
    clearInterval(this.#keepOpen);
    this.#gone.abort();
  }
}
