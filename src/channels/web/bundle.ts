import { basename } from 'node:path';
import { buildSync } from 'esbuild';

/** A file as browsers fetch it; its name holds a hash of its content. */
export interface BundledFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Compiles the page scripts, the stylesheet and the icon found in `folder`, each into one small file. */
export function bundle(folder: string, scripts: readonly string[]): BundledFile[] {
  const { outputFiles } = buildSync({
    absWorkingDir: folder,
    entryPoints: {
      style: 'styles/style.css',
      icon: 'styles/icon.svg',
      ...Object.fromEntries(scripts.map((name) => [name, `browser/${name}.ts`])),
    },
    loader: { '.svg': 'copy' },
    outdir: folder,
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome115', 'firefox115', 'safari16'],
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.map(({ path, contents }) => ({ name: basename(path), content: contents }));
}
