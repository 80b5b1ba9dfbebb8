/** What the places of one copy of the seeds are called; two characters each, so that lines keep their length. */
export interface PlaceNames {
  readonly city: string;
  readonly district: string;
  readonly secondDistrict: string;
}

/** Places of the seeds as they are; 淄博高新区 follows its city. */
export const SEED_PLACES: PlaceNames = { city: '淄博', district: '淄川', secondDistrict: '周村' };

const FIRST = '安临云松青永广怀清石沐靖澄宜芦岚景祁';
const SECOND = '河泽陵阜浦岭原湖丰桥台溪岗津坪洲塘渚';

/** Invented names for `count` copies, no name twice and none that `text` holds. */
export function inventPlaces(count: number, text: string): readonly PlaceNames[] {
  const names = [...SECOND]
    .flatMap((second, shift) =>
      [...FIRST].map((_, at, all) => `${all[(at + shift) % all.length]}${second}`),
    )
    .filter((name) => !text.includes(name));
  if (names.length < count * 3) {
    throw new Error(`names for ${Math.floor(names.length / 3)} copies, ${count} wanted`);
  }
  return Array.from({ length: count }, (_, copy) => {
    const [city = '', district = '', secondDistrict = ''] = names.slice(copy * 3, copy * 3 + 3);
    return { city, district, secondDistrict };
  });
}

/** A name, perhaps torn by a line's end, or the sign that stands for it in a document number (川政发). */
const NAME = /淄(\s*)川|淄(\s*)博|周(\s*)村|([川周淄])(?=政[发办字])/gu;

const SEED_NAME_OF_SIGN = new Map([
  ['川', SEED_PLACES.district],
  ['周', SEED_PLACES.secondDistrict],
  ['淄', SEED_PLACES.city],
]);

/** Every name of the seeds' places replaced, white space inside one kept where it is. */
export function renamePlaces(text: string, { city, district, secondDistrict }: PlaceNames): string {
  const nameOf = new Map([
    [SEED_PLACES.city, city],
    [SEED_PLACES.district, district],
    [SEED_PLACES.secondDistrict, secondDistrict],
  ]);
  return text.replace(NAME, (found: string) => {
    const sign = SEED_NAME_OF_SIGN.get(found);
    const name = nameOf.get(sign ?? found.replace(/\s/gu, '')) ?? found;
    if (sign !== undefined) return name.slice(-1);
    return `${name.slice(0, 1)}${found.slice(1, -1)}${name.slice(1)}`;
  });
}
