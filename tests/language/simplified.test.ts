import { expect, test } from 'vitest';
import { simplified } from '../../src/language/simplified.ts';

test.each([
  ['淄川區2025年城鎮化率目標是多少？', '淄川区2025年城镇化率目标是多少？'],
  ['養老機構佔比什麼時候達標', '养老机构占比什么时候达标'],
  ['加快乾淨能源着力發展', '加快干净能源着力发展'],
  ['今后五年著名品牌有哪些', '今后五年著名品牌有哪些'],
])('%s is read as %s', (traditional, plain) => expect(simplified(traditional)).toBe(plain));
