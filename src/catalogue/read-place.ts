import { COUNTRY, DIVISIONS, type PlaceLevel } from '../language/places/divisions.ts';
import { placeChain } from '../language/places/place-chain.ts';
import { shortPlace } from '../language/places/short-name.ts';
import { type HeadLine, isSession } from './head-lines.ts';
import { ADOPTED, squeeze } from './head-patterns.ts';

/** What stands before the place in a title: a year, 关于, the party, a quoted period. */
const BEFORE_PLACE =
  /^(?:(?:19|20)\d\d年(?:度)?|二[〇○零]..年|关于|中共|中国共产党|[“"]?第?十[一二三四五六七八九]?个?五[”"]?(?:时期)?|印发|报送)+/u;
const NATIONAL = /^(?:国务院|中共中央|中央|国家|全国|中华人民共和国|我国|最高人民)/u;
const MINISTRY =
  /^(?![省市县区州])[\u4e00-\u9fff]{2,14}(?:部|委员会|总局|总署|委|局|署|银行|证监会)(?:等[^关]{1,8}部门|办公厅)?关于/u;
const TO_ALL_PROVINCES = /^各省、自治区、直辖市/u;
const SESSION_OF =
  /(?:在|经|由|[（(日]|^)(?<body>[^在经由（(日]{2,24}?)(?:第[一二三四五六七八九十百\d]+届|人民代表大会|委员会第)/u;
const NATIONAL_SESSION = /全国人民代表大会|中国共产党第?[^省市区]{1,6}届?中央/u;
const NATIONAL_ISSUE = /(?:中共中央|国务院)[^。，；]{0,16}(?:印发|发布|公布)/u;
const GIVEN_FOR = /代表(?<government>[\u4e00-\u9fff]{2,16}?)(?:人民政府|政府)/u;
const OFFICE_LINE =
  /^(?<office>[\u4e00-\u9fff]{3,24}?(?:人民政府|管理?委员?会|委员会))(?:办公[厅室])?(?:文件)?$/u;

/** The place a document governs, from its title, session, issuer or body; null where nothing says so. */
export function readPlace(
  title: string | null,
  issuers: readonly string[],
  lines: readonly HeadLine[],
  text: string,
): string | null {
  const sessions = lines.filter(({ text: line }) => isSession(line) || ADOPTED.test(line));
  const offices = lines.flatMap(({ flat }) => OFFICE_LINE.exec(flat)?.groups?.office ?? []);
  const start = squeeze(text.slice(0, START_CHARS));
  const said = [
    ...(title === null ? [] : [title]),
    ...sessions.filter(({ flat }) => NATIONAL_SESSION.test(flat)).map(() => COUNTRY.name),
    ...sessions.flatMap(({ flat }) => SESSION_OF.exec(flat)?.groups?.body ?? []),
    ...issuers,
    ...offices,
    ...lines.filter(({ text: line }) => isOfMinistries(line)).map(() => COUNTRY.name),
    ...lines.filter(({ flat }) => TO_ALL_PROVINCES.test(flat)).map(() => COUNTRY.name),
    ...[GIVEN_FOR.exec(start)?.groups?.government ?? []].flat(),
    ...(NATIONAL_ISSUE.test(start) ? [COUNTRY.name] : []),
  ];
  for (const name of said) {
    const place = placeBefore(name);
    if (place !== null) return place;
  }
  return placeOfBody(text);
}

/** 国家发展改革委　生态环境部　财政部: who issues it together. */
function isOfMinistries(line: string): boolean {
  const names = line.split(/[\s、]+/u).filter((name) => name !== '');
  const areOffices = names.every((name) =>
    /^[\u4e00-\u9fff]{3,16}(?:部|委|局|署|行|会|院)$/u.test(name),
  );
  return (
    names.length > 1 && areOffices && names.some((name) => /^(?:国家|中国|国务院)/u.test(name))
  );
}

const START_CHARS = 3000;

function placeBefore(name: string): string | null {
  const rest = name.replace(BEFORE_PLACE, '');
  if (NATIONAL.test(rest)) return COUNTRY.name;
  return placeChain(rest)?.name ?? (MINISTRY.test(rest) ? COUNTRY.name : null);
}

/** How a body speaks of its own place, with the level meant. */
const OWN_PLACE: readonly (readonly [said: RegExp, level: PlaceLevel])[] = [
  [/我国/gu, 'country'],
  [/[我全]省|省[委府]|自治区/gu, 'province'],
  [/[我全]市|市[委府]/gu, 'prefecture'],
  [/[我全]州|州[委府]/gu, 'prefecture'],
  [/[我全]县|县[委府]/gu, 'county'],
  [/[我全]区|区[委府]/gu, 'county'],
];
const MIN_TIMES = 3;

/** 我省 with the province named most; a text that only speaks of 我国 is the country's. */
function placeOfBody(text: string): string | null {
  const own = OWN_PLACE.map(([said, level]) => ({ level, times: timesIn(text, said) }));
  const most = own.reduce((best, one) => (one.times > best.times ? one : best));
  if (most.times < MIN_TIMES) return null;
  if (most.level === 'country') return COUNTRY.name;
  const named = DIVISIONS.filter(({ level }) => level === most.level)
    .map(({ name }) => ({ name, times: text.split(spokenName(name)).length - 1 }))
    .sort((a, b) => b.times - a.times);
  const [first, second] = named;
  const isClear = first !== undefined && first.times > (second?.times ?? 0);
  return isClear && first.times >= MIN_TIMES ? first.name : null;
}

/** A county's short name may be any word; a province's and a city's is its own. */
const spokenName = (name: string): string => (/[县区旗]$/u.test(name) ? name : shortPlace(name));

const timesIn = (text: string, said: RegExp): number => text.match(said)?.length ?? 0;
