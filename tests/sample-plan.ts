/** A small plan of a place with one share to change between editions. */
export const samplePlan = (place: string, edition: string, share: string): string =>
  [
    `${place}国民经济和社会发展第十五个五年规划纲要${edition}`,
    '',
    '第一章 发展目标',
    '',
    `到2030年，常住人口城镇化率达到${share}，森林覆盖率达到30%以上。`,
    '',
    '第二章 产业',
    '',
    '做强装备制造业，建设区域科技创新中心。',
  ].join('\n');
