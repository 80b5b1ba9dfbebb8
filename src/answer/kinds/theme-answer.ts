import type { Passage } from '../../model.ts';
import { type Draft, type DraftClaim, type Evidence, isOfYear, likelyDocuments } from '../draft.ts';
import { openingAfterLead, openingClaim } from '../opening.ts';
import { ELLIPSIS } from '../quotes.ts';
import { readable } from '../windows.ts';
import { linesOf } from './passage-lines.ts';
import { outlineOf, type Section } from './sections.ts';
import { themeSection } from './theme-section.ts';

/** Asks what a plan says of a theme as a whole, not for one thing in it. */
const ASKS_OF_THEME =
  /哪?几(?:个)?(?:大)?(?:方面|块|招|件(?:大)?事|节)|提纲|大纲|大概|总结|概括|梳理|捋|主要(?:内容|举措|措施|做法|工作)|[写讲说]了?(?:些)?(?:啥|什么|哪些)|怎么(?:干|抓|搞|弄|做|推进|发展|安排)|咋(?:干|抓|搞|弄|做|样)|怎么样|(?:啥|什么|哪些)(?:大)?(?:举措|措施|办法|动作|安排|打算|做法|大事)/u;
/** Asks for something that stands in a sentence of its own, whatever section that is in. */
const ASKS_OF_TROUBLES = /短板|难处|难题|毛病|困难|挑战|问题|不足/u;
const MAX_LEAD_CHARS = 60;

/** The section on the theme that a question asks about: how it is divided, and how each part begins. */
export function themeAnswer(evidence: Evidence): Draft | undefined {
  const { query } = evidence;
  const isOfTheme = ASKS_OF_THEME.test(query.text) && !ASKS_OF_TROUBLES.test(query.text);
  if (!isOfTheme || query.unit !== undefined || query.quoted.length > 0) return undefined;
  const section = themeSection(meant(evidence), evidence);
  return section && { kind: 'list', claims: claimsOf(section, evidence) };
}

/** Of the documents named those of the year asked about, where there are such. */
function meant(evidence: Evidence): readonly string[] {
  const ids = likelyDocuments(evidence);
  const ofYear = ids.filter((id) => {
    const document = evidence.documents.get(id);
    return document && evidence.query.time.years.some((year) => isOfYear(document, year));
  });
  return ofYear.length > 0 ? ofYear : ids;
}

function claimsOf(section: Section, { index }: Evidence): DraftClaim[] {
  const outline = outlineOf(section, index);
  if (outline)
    return [
      headings(outline),
      ...section.parts.map(({ first }) => openingAfterLead(first, MAX_LEAD_CHARS)),
    ];
  return [
    ...(section.intro ? [openingClaim(section.intro, MAX_LEAD_CHARS)] : []),
    ...section.parts.map(({ first }) => openingClaim(first, MAX_LEAD_CHARS)),
  ];
}

function headings(outline: Passage): DraftClaim {
  const [title = '', ...lines] = linesOf(outline);
  return {
    text: `${readable(title)}：${lines.map(readable).join('；')}。`,
    proofs: [{ passage: outline, quote: lines.join(ELLIPSIS) }],
  };
}
