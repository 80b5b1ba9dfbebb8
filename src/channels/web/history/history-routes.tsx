import type { Page } from '../page.ts';
import type { Routes } from '../site.ts';

export const historyRoutes: Routes = ({ sendKept }) => [
  {
    method: 'get',
    path: '/history',
    handle: (request, response) => sendKept({ request, response }, '/history', () => HISTORY),
  },
];

/** What was asked on this device: the server knows nothing of it, so that only a script can show it. */
const HISTORY: Page = {
  name: 'history',
  title: '提问记录',
  script: 'history',
  content: (
    <>
      <header class="page-head">
        <h1>提问记录</h1>
        <p>只存在这台设备的浏览器里，服务器不留。换一台设备、清理浏览器后就没有了。</p>
      </header>
      <p class="tool-row history-tools" hidden>
        <button type="button" data-export="">
          导出 Word
        </button>
        <button type="button" data-clear="">
          清空记录
        </button>
      </p>
      <p class="history-said" role="status" />
      <p class="empty history-empty">要看记录，需要浏览器运行脚本并允许存储。</p>
      <ol class="history-list" />
    </>
  ),
};
