import type { SlackMessage } from '../fakes/slack/messages.ts';
import type { Scene } from './stage.ts';

const READER_LINK = /https:[^"]+\/documents\/[^"]+/u;

/** Where the answer's first source can be read. */
function linkIn({ blocks }: SlackMessage): string {
  const [url] = READER_LINK.exec(JSON.stringify(blocks)) ?? [];
  if (url === undefined) throw new Error('the answer links to no source');
  return url;
}

/** What can be done with an answer, and what is shown beside answers. */
export const PRESSING_SCENES: readonly Scene[] = [
  {
    title: '打开［查看原文］，翻到下一段',
    play: async (stage) => {
      const lin = stage.person('U1');
      const answer = await stage.answer(
        await stage.mentions(lin, 'C1', '淄川区怎样培育“专精特新”企业？'),
      );
      await stage.tell('U1 按下［查看原文］');
      await lin.click(answer, 'source_open:1');
      const source = await stage.seen(() => stage.slack.modal(lin.id));
      await stage.tell('U1 按下［下一段］');
      await lin.click(source, 'source_turn:2');
      const isTurned = () => {
        const shown = stage.slack.modal(lin.id);
        return shown?.hash === source.hash ? undefined : shown;
      };
      await lin.closeView(await stage.seen(isTurned));
    },
  },
  {
    title: '说它没帮助，并说明原因',
    play: async (stage) => {
      const zhao = stage.person('U2');
      const answer = await stage.answer(
        await stage.mentions(zhao, 'C1', '高新区规划的主要指标有哪些？'),
      );
      await stage.tell('U2 按下［没帮助］');
      await zhao.click(answer, 'feedback', { choose: 'negative' });
      const modal = await stage.seen(() => stage.slack.modal(zhao.id));
      await stage.tell('U2 选“数字错”，写上“我要的是2020年的数”，按下［提交］');
      await zhao.submit(modal, { reasons: ['数字错'], comment: '我要的是2020年的数' });
    },
  },
  {
    title: '打开有据的主页',
    play: async (stage) => {
      const admin = stage.person('UADMIN');
      await stage.tell('UADMIN（管理员）打开主页');
      await admin.openHome('home');
      await stage.seen(() => stage.slack.home(admin.id));
    },
  },
  {
    title: '把原文的网址发给别人',
    play: async (stage) => {
      const lin = stage.person('U1');
      const asked = await stage.writes(lin, '淄川区2025年常住人口城镇化率的目标是多少？');
      const url = linkIn(await stage.answer(asked));
      const before = stage.slack.channel('C2').length;
      await lin.shareLink('C2', url);
      await stage.seen(() => {
        const message = stage.slack.channel('C2')[before];
        return message?.unfurls ? message : undefined;
      }, '#统计 ');
    },
  },
];
