import type { App, Editor } from '../../../src/app.ts';
import { type Assets, loadAssets } from '../../../src/channels/web/assets.ts';
import { type Assistants, createWebApp } from '../../../src/channels/web/create-web-app.ts';
import { listen } from '../../../src/channels/web/listen.ts';
import type { WebConfig } from '../../../src/config/web-config.ts';
import { createFakeApp } from '../fake-app.ts';

export interface FakeWeb {
  readonly address: string;
  readonly assets: Assets;
  /** What the pages logged as failed. */
  readonly logged: readonly string[];
  get(path: string, init?: RequestInit): Promise<Response>;
  /** The page's HTML. */
  read(path: string): Promise<string>;
  close(): Promise<void>;
}

export const PUBLIC_URL = 'https://plans.test/youju';

/** Everybody may read, as much as they like. */
export const OPEN: WebConfig = {
  authHeader: null,
  trustedProxies: ['loopback'],
  password: null,
  requestsPerMinute: 0,
  editors: [],
  groupsHeader: null,
  editorPassword: null,
};

/** The real pages on a free port, over a fake Youju. */
export async function startFakeWeb(
  app: App = createFakeApp(),
  config: Partial<WebConfig> = {},
  editor?: Editor,
  assistants?: Assistants,
): Promise<FakeWeb> {
  const logged: string[] = [];
  const note = (_details: object, message: string) => void logged.push(message);
  const assets = await loadAssets();
  const handler = createWebApp({
    app,
    ...(editor && { editor }),
    ...(assistants && { assistants }),
    assets,
    log: { warn: note, error: note },
    config: { ...OPEN, ...config },
    publicUrl: PUBLIC_URL,
  });
  const web = await listen(handler, { host: '127.0.0.1', port: 0 });
  const get = (path: string, init?: RequestInit) => fetch(web.address + path, init);
  return {
    address: web.address,
    assets,
    logged,
    get,
    read: async (path) => (await get(path)).text(),
    close: web.close,
  };
}
