import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BundledFile } from './bundle.ts';
import type { Route } from './site.ts';

/** Of each there is a `browser/NAME.ts`. */
export const SCRIPTS = [
  'everywhere',
  'asking',
  'reading',
  'comparing',
  'searching',
  'tasks',
  'presenting',
  'history',
  'editing',
] as const;
export type ScriptName = (typeof SCRIPTS)[number];
type AssetName = ScriptName | 'style' | 'icon';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
/** Where the build writes them; there is none beside the sources. */
const BUILT = join(FOLDER, 'assets');

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Scripts, style and icon of the pages. */
export interface Assets {
  /** Address of the asset; it changes when the content does. */
  addressOf(name: AssetName): string;
  readonly routes: readonly Route[];
}

/** Takes what the build made; run from its sources, makes it now. */
export async function loadAssets(): Promise<Assets> {
  return toAssets(existsSync(BUILT) ? readBuilt() : await bundleSources());
}

export async function bundleSources(): Promise<BundledFile[]> {
  const { bundle } = await import('./bundle.ts');
  return bundle(FOLDER, SCRIPTS);
}

const readBuilt = (): BundledFile[] =>
  readdirSync(BUILT).map((name) => ({ name, content: readFileSync(join(BUILT, name)) }));

function toAssets(files: readonly BundledFile[]): Assets {
  const addresses = new Map(files.map(({ name }) => [name.split('-')[0], `/assets/${name}`]));
  return {
    addressOf: (name) => {
      const address = addresses.get(name);
      if (address === undefined) throw new Error(`no asset named ${name}: build again`);
      return address;
    },
    routes: files.map(toRoute),
  };
}

const toRoute = ({ name, content }: BundledFile): Route => ({
  method: 'get',
  path: `/assets/${name}`,
  handle: (_request, response) => {
    response
      .set('Cache-Control', 'public, max-age=31536000, immutable')
      .type(TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
      .send(Buffer.from(content));
  },
});
