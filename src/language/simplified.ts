import { createRequire } from 'node:module';
import type { Converter } from 'opencc-js';

let convert: ReturnType<typeof Converter> | undefined;

/**
 * The same text in simplified characters and their words (臺灣, 什麼 → 台湾, 什么). The dictionary is loaded at the first
 * text; simplified text stays as it is.
 */
export function simplified(text: string): string {
  convert ??= (
    createRequire(import.meta.url)('opencc-js/t2cn') as { Converter: typeof Converter }
  ).Converter({
    from: 'tw',
    to: 'cn',
  });
  return convert(text);
}
