import { askedYears } from '../../../understand/years.ts';
import type { JudgeFeature } from '../considered.ts';

/** Whether each of several years asked about is said. */
export const yearsSaid: JudgeFeature = {
  name: 'yearsSaid',
  says: 'share of several asked years that its sentences speak of; 0–1, 1 where one or none is asked',
  value: ({ query, sentences, documents: [document] }) => {
    const years = askedYears(query.time, query.thisYear, document);
    if (years.length < 2) return 1;
    const said = new Set(sentences.flatMap(({ time }) => time.years));
    return years.filter((year) => said.has(year)).length / years.length;
  },
};
