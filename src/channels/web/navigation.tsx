import type { PageName } from './page.ts';

interface Place {
  readonly name: PageName;
  readonly address: string;
  readonly label: string;
}

const PLACES: readonly Place[] = [
  { name: 'ask', address: '/', label: '提问' },
  { name: 'document', address: '/start#documents', label: '文件' },
  { name: 'compare', address: '/compare', label: '比较' },
  { name: 'search', address: '/search', label: '检索' },
  { name: 'tasks', address: '/tasks', label: '任务' },
  { name: 'start', address: '/start', label: '新手入门' },
];

const EDITING: Place = { name: 'edit', address: '/edit', label: '加入文件' };

interface NavigationProps {
  readonly current: PageName;
  readonly canEdit: boolean;
}

export function Navigation({ current, canEdit }: NavigationProps) {
  return (
    <nav class="places" aria-label="主要页面">
      <ul>
        {[...PLACES, ...(canEdit ? [EDITING] : [])].map(({ name, address, label }) => (
          <li key={name}>
            <a
              href={address}
              aria-current={
                name === (current === 'about' ? 'document' : current) ? 'page' : undefined
              }
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
