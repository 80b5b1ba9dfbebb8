import { describe, expect, test } from 'vitest';
import { inventPlaces, renamePlaces } from '../../bench/place-names.ts';

const NAMES = { city: '安河', district: '临泽', secondDistrict: '云陵' };

describe('renaming places', () => {
  test.each([
    ['淄川区人民政府', '临泽区人民政府'],
    ['周村古商城', '云陵古商城'],
    ['淄博市、淄博高新区', '安河市、安河高新区'],
    ['入选名单。淄\n川区资源', '入选名单。临\n泽区资源'],
    ['川政发〔2021〕2 号', '泽政发〔2021〕2 号'],
    ['周政发〔2021〕41号', '陵政发〔2021〕41号'],
    ['淄政字〔2025〕34号', '河政字〔2025〕34号'],
    ['淄川政府', '临泽政府'],
  ])('%s', (text, renamed) => {
    expect(renamePlaces(text, NAMES)).toBe(renamed);
  });

  test('other places are left as they are', () => {
    expect(renamePlaces('临淄、博山、济淄一体化', NAMES)).toBe('临淄、博山、济淄一体化');
  });
});

describe('inventing places', () => {
  const namesOf = (count: number, text = ''): string[] =>
    inventPlaces(count, text).flatMap(({ city, district, secondDistrict }) => [
      city,
      district,
      secondDistrict,
    ]);

  test('no name comes twice and all have two characters', () => {
    const names = namesOf(90);
    expect(new Set(names).size).toBe(270);
    expect(names.every((name) => name.length === 2)).toBe(true);
  });

  test('a name the texts hold already is passed over', () => {
    const [taken = ''] = namesOf(1);
    expect(namesOf(90, `……${taken}……`)).not.toContain(taken);
  });

  test('more copies than there are names are refused', () => {
    expect(() => inventPlaces(1_000, '')).toThrow('1000 wanted');
  });
});
