import { z } from 'zod';
import { YoujuError } from '../../../errors.ts';
import type { DocumentInfo } from '../../../model.ts';

/** What a person may set right, as the form has it; an empty field says nothing. */
export type Corrected = Pick<DocumentInfo, 'title' | 'region' | 'period' | 'sourceUrl'>;

const MAX_CHARS = 200;
const text = z.string().trim().max(MAX_CHARS, `应不超过 ${MAX_CHARS} 个字`).default('');

const formSchema = z.object({
  title: text,
  region: text,
  period: text.refine((value) => value === '' || periodOf(value) !== null, {
    error: '应写成 2026—2030 或 2026，起始年不晚于结束年',
  }),
  sourceUrl: text.refine((value) => value === '' || /^https?:\/\/\S+$/u.test(value), {
    error: '应是 http 或 https 网址',
  }),
});

const LABELS: Readonly<Record<string, string>> = {
  title: '标题',
  region: '地方',
  period: '规划期',
  sourceUrl: '来源网址',
};

export const sayPeriod = (period: DocumentInfo['period']): string =>
  period === null ? '' : [...new Set(period)].join('—');

/**
 * What a form says otherwise than what was read: null where a field was emptied, which takes back what was set
 * by hand before. Throws INPUT_INVALID that names every field at fault.
 */
export function readCorrections(body: unknown, read: Corrected) {
  const parsed = formSchema.safeParse(body);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      ({ path, message }) => `${LABELS[String(path[0])] ?? '表单'}${message}`,
    );
    throw new YoujuError('INPUT_INVALID', `${faults.join('；')}。请改好后再提交。`);
  }
  const { title, region, period, sourceUrl } = parsed.data;
  return {
    ...differing('title', title, read.title),
    ...differing('region', region, read.region ?? ''),
    ...differing('sourceUrl', sourceUrl, read.sourceUrl ?? ''),
    ...(period === sayPeriod(read.period) ? {} : { period: periodOf(period) }),
  };
}

function differing<Name extends string>(name: Name, said: string, read: string) {
  // The one field a computed name gives.
  return said === read
    ? {}
    : ({ [name]: said === '' ? null : said } as Record<Name, string | null>);
}

function periodOf(text: string): [number, number] | null {
  const years = /^((?:19|20)\d\d)(?:\s*年?\s*[—–~～至到-]+\s*((?:19|20)\d\d))?\s*年?$/u.exec(text);
  if (years === null) return null;
  const [from, to] = [Number(years[1]), Number(years[2] ?? years[1])];
  return from <= to ? [from, to] : null;
}
