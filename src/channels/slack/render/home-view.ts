import type { types } from '@slack/bolt';
import type { Subscription } from '../../../app.ts';
import { titleInMarks } from '../../heading-words.ts';
import { openAsk } from './actions.ts';
import {
  button,
  buttons,
  context,
  divider,
  header,
  linkIf,
  type Piece,
  paragraph,
  strong,
  words,
} from './blocks.ts';
import { chineseDate } from './document-words.ts';
import { adminBlocks, type HomeAdmin } from './home-admin.ts';
import { type HomeReport, reportBlocks } from './home-report.ts';
import { subscriptionBlocks } from './home-subscriptions.ts';
import { HOW_TO_ASK } from './how-to-ask.ts';
import type { KnownDocument } from './known-document.ts';
import { readerLink } from './reader-link.ts';
import { shorten } from './split-text.ts';

export interface HomeSetting {
  readonly documents: readonly KnownDocument[];
  /** When the index was built, ISO 8601. */
  readonly builtAt: string;
  /** Null where there is no reader to link to. */
  readonly publicUrl: string | null;
  /** What this person is told of. */
  readonly subscriptions: readonly Subscription[];
  /** What only those who look after the bot see; null for everybody else. */
  readonly admin: HomeAdmin | null;
  /** What only editors see; null for everybody else. */
  readonly report: HomeReport | null;
}

/** A home takes 100 blocks; a document is one of them. */
const MAX_DOCUMENTS = 50;
/** With more documents less is told of each, so that the view stays within 250 kB. */
const FEW_DOCUMENTS = 12;

interface Room {
  readonly chapters: number;
  readonly examples: number;
  readonly words: number;
}
const MUCH: Room = { chapters: 16, examples: 3, words: 60 };
const LITTLE: Room = { chapters: 4, examples: 1, words: 40 };

/** What Youju knows, and how to ask it. */
export function homeView({
  documents,
  builtAt,
  publicUrl,
  subscriptions,
  admin,
  report,
}: HomeSetting): types.HomeView {
  const room = documents.length <= FEW_DOCUMENTS ? MUCH : LITTLE;
  const shown = documents.slice(0, MAX_DOCUMENTS);
  const more = documents.length - shown.length;
  return {
    type: 'home',
    blocks: [
      header('有据：问计划文件，句句有出处'),
      paragraph(
        words(
          '有据只回答文件里写了的内容，每句话都引用原文、注明出处；文件里没有的，会直说没有。\n\n',
        ),
        strong('怎么问'),
        words(`\n${HOW_TO_ASK.join('\n')}`),
      ),
      buttons([button('提问', openAsk, {})]),
      divider,
      header(`现有文件（${documents.length} 份）`),
      ...shown.map((document) => paragraph(...documentPieces(document, room, publicUrl))),
      ...(more > 0 ? [context(`另有 ${more} 份文件没有列出，同样可以提问。`)] : []),
      context(`文件最近更新：${shanghaiTime(builtAt)}`),
      ...subscriptionBlocks(subscriptions),
      ...(report ? reportBlocks(report) : []),
      ...(admin ? adminBlocks(admin) : []),
    ],
  };
}

function documentPieces(
  { info, chapters, examples }: KnownDocument,
  room: Room,
  publicUrl: string | null,
): Piece[] {
  const { id, title, issuer, issuedOn, period } = info;
  const url = publicUrl && readerLink(publicUrl, { documentId: id, passageId: null });
  const about = [
    issuer ?? '',
    issuedOn === null ? '' : `${chineseDate(issuedOn)}印发`,
    period === null ? '' : `规划期 ${[...new Set(period)].join('—')}年`,
  ].filter((part) => part !== '');
  const listed = chapters.slice(0, room.chapters).map((chapter) => shorten(chapter, room.words));
  const count = chapters.length > listed.length ? `等 ${chapters.length} 部分` : '';
  // A question cut short could not be asked.
  const asked = examples.filter(({ length }) => length <= 2 * room.words).slice(0, room.examples);
  return [
    linkIf(url, titleInMarks(shorten(title, 2 * room.words))),
    words(about.length > 0 ? `\n${shorten(about.join(' · '), 2 * room.words)}` : ''),
    words(listed.length > 0 ? `\n内容：${listed.join('；')}${count}` : ''),
    words(asked.map((example) => `\n试试问：${example}`).join('')),
  ];
}

const shanghaiTime = (iso: string): string =>
  new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(iso));
