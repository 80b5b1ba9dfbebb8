import type { DocumentInfo } from '../../../model.ts';
import { TextChoice } from '../choice.tsx';
import type { Page } from '../page.ts';
import type { Found } from './find-everywhere.ts';
import { FoundView } from './found-view.tsx';

interface FindPageProps {
  readonly found: Found;
  readonly documents: readonly DocumentInfo[];
}

/** The same as Ctrl-K opens over every page, for browsers without scripts. */
export const findPage = ({ found, documents }: FindPageProps): Page => ({
  name: 'find',
  title: found.text === '' ? '查找' : `查找：${found.text.slice(0, 40)}`,
  content: (
    <>
      <header class="page-head">
        <h1>查找</h1>
      </header>
      <form class="filters" method="get" action="/find">
        <TextChoice label="找什么" value={found.text} placeholder="文件、章节、指标、任务、原文" />
        <button type="submit">查找</button>
      </form>
      <FoundView found={found} documents={documents} />
    </>
  ),
});
