import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import { buffer } from 'node:stream/consumers';

/** As a browser asks, over connections that stay open. */
export class PageClient {
  readonly #address: URL;
  readonly #agent: Agent;

  constructor(address: string, connections: number) {
    this.#address = new URL(address);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** The body as it comes over the wire; throws where there is no page. */
  async fetch(path: string): Promise<Buffer> {
    const { hostname, port } = this.#address;
    const headers = { 'accept-encoding': 'br, gzip', accept: 'text/html' };
    const request = get({ agent: this.#agent, hostname, port, path: encodeURI(path), headers });
    const [response]: IncomingMessage[] = await once(request, 'response');
    if (response?.statusCode !== 200) throw new Error(`${path} → ${response?.statusCode}`);
    return buffer(response);
  }

  /** Milliseconds from asking to the last byte, each path `times` times in turn. */
  async timesOf(paths: readonly string[], times: number): Promise<number[]> {
    const took: number[] = [];
    for (let time = 0; time < times; time += 1) {
      for (const path of paths) {
        const startedMs = performance.now();
        await this.fetch(path);
        took.push(performance.now() - startedMs);
      }
    }
    return took;
  }

  /** Answers a second while this many ask at once for so long. */
  async ratePerSecond(
    paths: readonly string[],
    at: { once: number; forMs: number },
  ): Promise<number> {
    const untilMs = performance.now() + at.forMs;
    const askOn = async (): Promise<number> => {
      let answered = 0;
      while (performance.now() < untilMs) {
        await this.fetch(paths[answered % paths.length] ?? '/');
        answered += 1;
      }
      return answered;
    };
    const counts = await Promise.all(Array.from({ length: at.once }, askOn));
    return (counts.reduce((sum, count) => sum + count, 0) * 1000) / at.forMs;
  }

  close(): void {
    this.#agent.destroy();
  }
}
