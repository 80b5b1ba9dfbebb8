import type { Scene } from './stage.ts';

/** What the agent of a paid workspace shows besides: suggested questions, that it is at work, and a stop button. */
export const AGENT_SCENES: readonly Scene[] = [
  {
    title: '作为智能体：打开就有可问的问题',
    play: async (stage) => {
      const lin = stage.person('U1');
      await stage.tell('U1 打开有据的消息页');
      await lin.openHome('messages');
      const prompts = () => stage.slack.world.sessions.prompts(lin.directChannel);
      await stage.until(() => prompts().length > 0);
      await stage.tell(
        `可以直接点：${prompts()
          .map(({ title }) => `［${title}］`)
          .join('')}`,
      );
    },
  },
  {
    title: '作为智能体：显示正在处理，答完即止',
    play: async (stage) => {
      const lin = stage.person('U1');
      const said = await stage.writes(lin, '周村区“十四五”期间地区生产总值年均增长目标是多少？');
      await stage.answer(said);
      const session = () => stage.slack.world.sessions.find(said.channel, said.ts);
      const { title, history } = await stage.until(() => {
        const now = session();
        return now?.status === 'active' ? now : undefined;
      });
      await stage.tell(`会话“${title ?? ''}”的状态：${history.map(named).join(' → ')}`);
    },
  },
  {
    title: '作为智能体：不想等了，按［停止］',
    play: async (stage) => {
      const lin = stage.person('U1');
      const goOn = stage.hold();
      await stage.tell('演示里让下面这一问慢一些');
      const said = await stage.writes(lin, '淄博高新区“十四五”的发展定位是什么？');
      const status = () => stage.slack.world.sessions.find(said.channel, said.ts)?.status;
      await stage.until(() => status() === 'processing');
      await stage.tell('会话显示正在处理，U1 按下［停止］');
      await lin.stop(said.channel, said.ts);
      await stage.answer(said);
      goOn();
    },
  },
];

const STATUSES: Readonly<Record<string, string>> = {
  processing: '正在处理',
  active: '可以接着问',
};

const named = (status: string): string => STATUSES[status] ?? status;
