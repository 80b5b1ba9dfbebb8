import { expect, test } from 'vitest';
import { fileStem } from '../../src/catalogue/catalogue-schema.ts';

test.each([
  ['湖南省2026年政府工作报告.docx', '湖南省2026年政府工作报告'],
  ['计划.PDF', '计划'],
  ['保存的网页.mhtml', '保存的网页'],
  ['计划.pdf.docx', '计划'],
  ['规划 v1.2', '规划 v1.2'],
  ['规划v2.final.txt', '规划v2.final'],
  ['.txt', '.txt'],
])('%s without its extension is %s', (file, stem) => {
  expect(fileStem(file)).toBe(stem);
});
