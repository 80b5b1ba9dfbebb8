import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import nodejieba from 'nodejieba';
import { YoujuError } from '../errors.ts';
import { generalWords } from '../language/words/general-words.ts';
import { coreDictionary } from './core-dictionary.ts';
import type { Segmenter } from './segmenter.ts';
import { parseUserWords, renderUserWords } from './user-words.ts';

/** Raise the number when mode, base dictionary or the handling of our own words change. */
const METHOD = 'jieba-search-1';

/** Id of the segmenter whose dictionary this process holds; nodejieba has room for one. */
let loadedId: string | undefined;

/**
 * jieba in search mode with its own dictionary and, over it, the words that ship with the program and, over both,
 * those of `ownWords` (see `parseUserWords`). The dictionary is loaded at the first word asked for. Throws DICTIONARY_CONFLICT where the process holds another.
 */
export function createJiebaSegmenter(ownWords: string): Segmenter {
  const words = renderUserWords(parseUserWords(`${generalWords()}\n${ownWords}`));
  const id = `${METHOD}:${createHash('sha256').update(words).digest('hex').slice(0, 12)}`;
  refuseSecond(id);
  const load = () => {
    if (loadedId !== id) loadDictionary(id, words);
  };
  return {
    id,
    words(text) {
      load();
      return nodejieba.cutForSearch(text);
    },
    tagged(text) {
      load();
      return nodejieba.tag(text);
    },
  };
}

function refuseSecond(id: string): void {
  if (loadedId === undefined || loadedId === id) return;
  throw new YoujuError(
    'DICTIONARY_CONFLICT',
    '分词词典 words.txt 已更换，而本进程已载入另一份。请重启程序后再试。',
  );
}

function loadDictionary(id: string, userWords: string): void {
  refuseSecond(id);
  const dictionaries = join(
    dirname(createRequire(import.meta.url).resolve('nodejieba')),
    'submodules/cppjieba/dict',
  );
  const folder = mkdtempSync(join(tmpdir(), 'youju-dictionary-'));
  const write = (name: string, content: string | Uint8Array): string => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  try {
    nodejieba.load({
      dict: write('core', coreDictionary(readFileSync(join(dictionaries, 'jieba.dict.utf8')))),
      hmmDict: join(dictionaries, 'hmm_model.utf8'),
      userDict: write('user', userWords),
      // Used for extracting keywords only; the real ones would double the time to load.
      idfDict: write('idf', '的 1.0\n'),
      stopWordDict: write('stop', '的\n'),
    });
    loadedId = id;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
