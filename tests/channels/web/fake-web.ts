import { createWebApp } from '../../../src/channels/web/create-web-app.tsx';
import { listen } from '../../../src/channels/web/listen.ts';
import { createFakeApp, type FakeApp } from '../fake-app.ts';

export interface FakeWeb {
  readonly address: string;
  /** What the pages logged as failed. */
  readonly logged: readonly string[];
  get(path: string, init?: RequestInit): Promise<Response>;
  /** The page's HTML. */
  read(path: string): Promise<string>;
  close(): Promise<void>;
}

/** The real pages on a free port, over a fake Youju. */
export async function startFakeWeb(app: FakeApp = createFakeApp()): Promise<FakeWeb> {
  const logged: string[] = [];
  const log = { error: (_details: object, message: string) => void logged.push(message) };
  const web = await listen(createWebApp(app, log), { host: '127.0.0.1', port: 0 });
  const get = (path: string, init?: RequestInit) => fetch(web.address + path, init);
  return {
    address: web.address,
    logged,
    get,
    read: async (path) => (await get(path)).text(),
    close: web.close,
  };
}
