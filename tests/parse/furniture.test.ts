import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { infoOf, parseText } from './documents.ts';

const CORPORA = join(import.meta.dirname, '../corpora');
const FURNITURE =
  /^(?:下载|打印|全屏|收藏|加大|还原|减小|首页|[>×|【】]+|相关(?:报道|文档)[:：]?|打印本页|关闭窗口)$|[字体号]{2}[:：]|(?:发布|发表)时间[:：]|^(?:来源|时间|编辑|责任编辑)[:：]|(?:记者|摄影).{0,24}摄$|扫一扫|》》点击|^分享|位置[:：]/mu;

const FILES = ['plans', 'policies'].flatMap((folder) =>
  readdirSync(join(CORPORA, folder)).map((name) => `${folder}/${name}`),
);

describe('what a website prints round a document', () => {
  it.each(FILES)('is in no passage of %s', (name) => {
    const text = readFileSync(join(CORPORA, name), 'utf8');
    const { passages } = parseText(text, infoOf('plan.txt', text));
    const found = passages.flatMap((passage) => FURNITURE.exec(passage.text)?.[0] ?? []);
    expect(found).toEqual([]);
  });
});
