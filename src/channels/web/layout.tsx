import { renderToString } from 'preact-render-to-string';
import type { Assets } from './assets.ts';
import { Navigation } from './navigation.tsx';
import type { Page, PageName } from './page.ts';

const SITE_NAME = '有据';

/** What is the same on all pages of a site. */
export interface Frame {
  readonly assets: Assets;
  /** People came in by a password and may want to leave. */
  readonly canSignOut: boolean;
  /** Somebody may add documents from the pages. */
  readonly canEdit: boolean;
}

interface LayoutProps extends Frame {
  readonly page: Page;
}

function Masthead({ current, canEdit }: { readonly current: PageName } & Pick<Frame, 'canEdit'>) {
  return (
    <>
      <a class="skip" href="#main">
        跳到正文
      </a>
      <header class="masthead">
        <a class="brand" href="/">
          <span class="seal" aria-hidden="true">
            据
          </span>
          {SITE_NAME}
        </a>
        <a class="find-link" href="/find" aria-keyshortcuts="Control+K /">
          查找<kbd>Ctrl K</kbd>
        </a>
        <Navigation current={current} canEdit={canEdit} />
      </header>
    </>
  );
}

function Colophon({ canSignOut }: Pick<Frame, 'canSignOut'>) {
  return (
    <footer class="colophon">
      <p>答案只取自所列文件的原文；文件没有写的，这里也不说。引用前请点开出处核对。</p>
      <p class="elsewhere">
        <a href="/history">本机的提问记录</a>
        <a href="/present">演示模式</a>
      </p>
      {canSignOut && (
        <form method="post" action="/sign-out">
          <button type="submit">退出登录</button>
        </form>
      )}
    </footer>
  );
}

/** What every page shares. */
function Layout({ page, assets, canSignOut, canEdit }: LayoutProps) {
  const { name, title, content, script, isBeside = false, isBare = isBeside } = page;
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title === '' ? SITE_NAME : `${title} · ${SITE_NAME}`}</title>
        <link rel="icon" href={assets.addressOf('icon')} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.addressOf('style')} />
        {script && <script type="module" src={assets.addressOf(script)} />}
        {!isBare && <script type="module" src={assets.addressOf('everywhere')} />}
      </head>
      <body class={isBeside ? `${name} beside` : name}>
        {!isBare && <Masthead current={name} canEdit={canEdit} />}
        <main id="main">{content}</main>
        {!isBare && <Colophon canSignOut={canSignOut} />}
      </body>
    </html>
  );
}

export function renderPage(page: Page, frame: Frame): string {
  return `<!doctype html>\n${renderToString(<Layout page={page} {...frame} />)}`;
}
