import { filterAsTyped } from './filter-as-typed.ts';

filterAsTyped({ items: 'tr[data-words]', groups: '.task-group', counted: '项任务' });
