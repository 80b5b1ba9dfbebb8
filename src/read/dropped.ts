/** Things a file holds that are not read, counted, and how a person is told of each kind. */
const NOTICES = {
  picture: (count: number) => `有 ${count} 张图片没有读取，图片里的文字不在内。`,
  chart: (count: number) => `有 ${count} 个图表没有读取。`,
  object: (count: number) => `有 ${count} 个嵌入的对象没有读取。`,
  comment: (count: number) => `有 ${count} 处批注没有读入正文。`,
  revision: () => '文件带有修订痕迹：按接受全部修订后的文字读取，删除的文字不读。',
  hidden: (count: number) => `有 ${count} 处隐藏文字没有读取。`,
  contents: () => '目录没有读入：章节以正文里的标题为准。',
  attached: (count: number) => `有 ${count} 处插入的外部文档没有读取。请把内容直接粘贴进来后另存。`,
} satisfies Readonly<Record<string, (count: number) => string>>;

export type DroppedKind = keyof typeof NOTICES;

export class Dropped {
  readonly #counts = new Map<DroppedKind, number>();

  add(kind: DroppedKind): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  /** One sentence a kind, in Chinese. */
  warnings(): readonly string[] {
    return [...this.#counts].map(([kind, count]) => NOTICES[kind](count));
  }
}
