import { headingTitle } from '../../retrieve/heading-title.ts';
import { flatten } from '../../understand/question-text.ts';
import type { Draft, Evidence } from '../draft.ts';
import { openingClaim } from '../opening.ts';
import { wantsWhole } from '../windows.ts';

const MAX_CHARS = 300;
const MIN_TITLE_CHARS = 4;

/** What a section says, when the question is its title: 指导思想是什么, 讲讲发展目标. */
export function sectionAnswer({ query, hits }: Evidence): Draft | undefined {
  if (!wantsWhole(query)) return undefined;
  const asked = flatten(query.content).replace(/^的|的$/gu, '');
  const passage = hits
    .map((hit) => hit.passage)
    .find(({ kind, headingPath }) => kind === 'text' && isTitle(headingPath.at(-1) ?? '', asked));
  return passage && { kind: 'passage', claims: [openingClaim(passage, MAX_CHARS)] };
}

function isTitle(heading: string, asked: string): boolean {
  const title = flatten(headingTitle(heading));
  return title.length >= MIN_TITLE_CHARS && title === asked;
}
