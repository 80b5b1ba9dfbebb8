import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleSources } from './assets.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: write-assets FOLDER');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, content } of await bundleSources()) writeFileSync(join(folder, name), content);
