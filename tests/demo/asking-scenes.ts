import type { Scene } from './stage.ts';

const URBAN = '淄川区2025年常住人口城镇化率的目标是多少？';

/** The ways to ask. */
export const ASKING_SCENES: readonly Scene[] = [
  {
    title: '在频道里提到有据，再在同一话题里接着问',
    play: async (stage) => {
      const lin = stage.person('U1');
      const asked = await stage.mentions(lin, 'C1', URBAN);
      await stage.answer(asked);
      await stage.answer(await stage.mentions(lin, 'C1', '那周村呢？', asked));
    },
  },
  {
    title: '几份文件对着看',
    play: async (stage) => {
      const zhao = stage.person('U2');
      await stage.answer(
        await stage.mentions(
          zhao,
          'C2',
          '淄川区、周村区和高新区2025年研发经费投入强度目标分别是多少？',
        ),
      );
    },
  },
  {
    title: '会上用 /plan，只有自己看得到，再分享到频道',
    play: async (stage) => {
      const zhao = stage.person('U2');
      const question = '淄川区“十四五”规划分几章？';
      await stage.tell(`U2 在 #规划 输入 /plan ${question}`);
      await zhao.slash('/plan', question, 'C1');
      const answer = await stage.seen(
        () => stage.slack.ephemerals(zhao.id).find(({ blocks = [] }) => blocks.length > 1),
        '（只有 U2 看得到）',
      );
      const before = stage.slack.channel('C1').length;
      await stage.tell('U2 按下［分享到频道］');
      await zhao.click(answer, 'answer_share');
      await stage.seen(() => stage.slack.channel('C1')[before], '#规划 ');
    },
  },
  {
    title: '私信',
    play: async (stage) => {
      const zhao = stage.person('U2');
      await stage.answer(await stage.writes(zhao, '2023年淄川区重点任务里，第1项由谁牵头？'));
    },
  },
  {
    title: '同事的一句话，用［查计划依据］去查',
    play: async (stage) => {
      const lin = stage.person('U1');
      const remark = '淄博市2025年地区生产总值增长目标是不是百分之五？';
      await stage.tell(`#统计 里 U2 说：${remark}`);
      const said = await stage.person('U2').say('C2', remark);
      await stage.tell('U1 在这条消息的菜单里选［查计划依据］');
      await lin.messageShortcut('ask_message', said.message);
      await stage.seen(
        () => stage.slack.ephemerals(lin.id).find(({ blocks = [] }) => blocks.length > 1),
        '（只有 U1 看得到）',
      );
    },
  },
  {
    title: '文件里没有的，有据不说',
    play: async (stage) => {
      const lin = stage.person('U1');
      await stage.answer(
        await stage.mentions(lin, 'C2', '张店区2025年常住人口城镇化率的目标是多少？'),
      );
    },
  },
];
