import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

interface LayoutProps {
  readonly title: string;
  /** Names the page in the stylesheet. */
  readonly page: 'ask' | 'document' | 'problem';
  readonly children: ComponentChildren;
}

/** What every page shares. */
export function Layout({ title, page, children }: LayoutProps) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/style.css" />
      </head>
      <body class={page}>
        <a class="skip" href="#main">
          跳到正文
        </a>
        <header class="masthead">
          <a class="brand" href="/">
            <span class="seal" aria-hidden="true">
              据
            </span>
            有据
          </a>
          <p>政府规划文件问答，句句有原文</p>
        </header>
        <main id="main">{children}</main>
        <footer class="colophon">
          <p>答案只取自所列文件的原文；文件没有写的，这里也不说。引用前请点开出处核对。</p>
        </footer>
      </body>
    </html>
  );
}

export function renderPage(page: VNode): string {
  return `<!doctype html>\n${renderToString(page)}`;
}
