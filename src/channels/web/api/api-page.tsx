import type { Operation } from '../../operations/operation.ts';
import { questionLink } from '../links.ts';
import type { Page } from '../page.ts';

const QUESTION = '淄川区2025年森林覆盖率目标是多少？';

const EXAMPLES = [
  {
    title: '问一个问题',
    command: `curl -G http://127.0.0.1:3000/api/ask --data-urlencode 'q=${QUESTION}'`,
  },
  {
    title: '接着问',
    command: `curl http://127.0.0.1:3000/api/ask -H 'Content-Type: application/json' \\
  -d '{"question":"那周村呢？","turns":["${QUESTION}"]}'`,
  },
  {
    title: '检索原文，每段都有出处',
    command: `curl -G http://127.0.0.1:3000/api/search --data-urlencode 'q=养老' -d limit=5`,
  },
];

/** What programs can ask of the site, for the person who writes one. */
export function apiPage(operations: readonly Operation[]): Page {
  return {
    name: 'api',
    title: '接口',
    content: (
      <>
        <header class="page-head">
          <h1>给程序用的接口</h1>
          <p>
            只读，返回 JSON，答案与<a href={questionLink(QUESTION)}>网页上的</a>
            一样，每句都带逐字引用的依据。完整说明：
            <a href="/api/openapi.json">openapi.json</a>（OpenAPI 3.1）。
          </p>
        </header>
        <table class="operations">
          <thead>
            <tr>
              <th scope="col">地址</th>
              <th scope="col">做什么</th>
            </tr>
          </thead>
          <tbody>
            {operations.map(({ id, method, path, summary }) => (
              <tr key={id}>
                <th scope="row">
                  <code>
                    {method.toUpperCase()} {path}
                  </code>
                </th>
                <td>{summary}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {EXAMPLES.map(({ title, command }) => (
          <section key={title}>
            <h2>{title}</h2>
            <pre>
              <code>{command}</code>
            </pre>
          </section>
        ))}
        <p>
          出错时返回 <code>{'{"error":{"code","message"}}'}</code>，message 是给人看的中文。问题最多
          2000 字。
        </p>
      </>
    ),
  };
}
