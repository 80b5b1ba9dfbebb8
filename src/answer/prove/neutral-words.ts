/**
 * Words a true sentence may have that what it cites does not: they frame it, join its parts, point back or say that
 * something is being worked at. Whatever else a claim says must be said or meant there; what turns its sense
 * (negation, modality, quantity, certainty, cause) is held by `marks`.
 */
const NEUTRAL = new Set(
  // Joining, pointing, framing.
  (
    '实行 约 更 更加 仍 仍然 依然 底前 好 住 而定 部门 单位 指的 的 地 得 之 中 里 内 是 就是 为 即 在 于 由 从 自 向 对 对于 把 将其 以 比 与 和 及 以及 并 并且 而 而且 也 还 又 再 则 就 且 其 其中 该 此 这 那 这些 这项 这一 该项 上述 此外 另外 另 同时 ' +
    '根据 依据 按照 按 据 依 提出 明确 要求 指出 显示 提到 写明 表示 强调 规划 纲要 报告 文件 文中 原文 意见 通知 方案 指标 任务 重点任务 重点工作 工作 属于 属 作为 到 至 达 截至 截止 ' +
    '主要 包括 包含 有关 相关 关于 方面 情况 内容 具体 具体来说 进行 予以 加以 给予 分别 依次 各项 一项 年 月 日 末 底 年底 年末 当年 期间 时期 年度 全年 ' +
    '区 市 县 省 全区 全市 全省 我区 我市 我省 本区 本市 本省 自治区 给出 数值 一栏 栏 栏为 年份 项 个 等 等等 那么 所 一些 一批 若干 各 各个 各地 另有 正文 写法 如下 以下 结构 文号 日期 印发 第 注 ' +
    '总的来看 总体 总体来看 总体上 总的 来看 来说 综上 综上所述 简单 简单说 简言之 换言之 也就是说 值得 一提 值得一提 一方面 另一方面 首先 其次 最后 再次 总之 说 看 称 指 指的是 是指 名为 叫 叫做 称为 作出 做出 ' +
    '不仅 不但 既 像 如 例如 比如 等等 以来 之间 时 时候 当中 以上述 从中 其他 它 它们 他们 我们 用来 用以 用于 来 去 起 为了 让 使 使得 令 ' +
    // As people talk.
    '一句 一句话 想要 想 要想 效果 总 归 归在 除此之外 除了 相应 相应地 态度 很 路子 概括 概括地说 同 这枚 这部 这块 这头 这圈 这条 这个 这家 这座 这两 换句话说 顺带 顺带一说 先说 角色 拿 靠 给 定 搞 之列 在内 名叫 这样 那样 这类 这种 一类 这里 那里 讲 讲的 说的 的话 头 背景 意思 其实 口径 留意 名字 列出 点名 顺序 做到 算 算是 落到 最后 看看 方向 大方向 思路 要点 关键 核心 目前来看 接下来 下一步 后续 届时 以后 今后 一律按 说法 表述 原话 提法 答案 结论 简要 归纳 归纳起来 一条 一是 二是 三是 头两个 另外几 几个 几条 几项 几类 一个 这几 那些 各自 双方 两地 彼此 当作 看作 视为 即是 也就是 正是 便是 都是 无论 凡是 只要是 想借此 就此 范围 之中 下去 一段 一说 一起 至于 条件是 针对 区别 定下 方便 开 作 成了 要是 只要 一款 一份 创成 意味着 借此 借助 凭 冲着 一面 一边 同一 同样 如此 一样 尤其 特别是 特别 单就 单说 就是说 换言之 说到 提及 谈到 写 写的 写到 写入 列 列为 列入计划 放在 放到 摆在 涵盖 囊括 ' +
    // Working at something.

    '着力 大力 积极 全力 努力 坚持 继续 持续 不断 进一步 加快 切实 扎实 深入 有序 统筹 协同 推进 推动 促进 开展 实施 落实 抓好 做好 推行 深化 围绕 通过 采取 采用 计划 安排 打算 方式 方法 形式 做法 措施 举措 手段 目的 ' +
    '方向 重点 过程 活动 事项 领域 行业 项目 问题 水平 能力 作用 机制 体系 建设 发展 有 还有 带来 出 出来 成 成为 做 办 用 用好 就 才 便 都 均 皆 已 已经 正在 正 了 过 着 分 分为 共 共有 一共 合计 总计 其余 走 两步 步 ' +
    '可谓 真正 相当 相当于 其实 当前 目前 现在 如今 眼下 上一年 上一 本 名 位 家 件 条 处 所 座 张 支 套 次 场 种 类 批 户 人 者 前者 后者 两者 二者 之一 之类 给 被 受 经 若 能 能够 会 需 需要 须 应 应当 应该 要 需将 务 而言 一样 与此同时 ' +
    '没有 没 不 未 不得 不能 不再 不会 可以 可 或 或者 如果 只要 但 但是 不过 只 仅 全部 都要 力争 争取 原则上 基本 自己 一 存在 面临 具有 具备 属 得到 受到 依托 立足 着眼 本次 该区 该市 该省 该县 如何 不同'
  ).split(' '),
);
/** Of these the ones that may stand before what a clause speaks of and are no part of it. */
const GLUE = new Set(
  (
    '的 地 得 之 中 是 为 即 在 于 由 从 自 向 对 把 将其 以 比 与 和 及 以及 并 并且 而 也 且 则 其 其中 该 此 这 上述 此外 另外 同时 ' +
    '根据 依据 按照 按 据 提出 明确 要求 指出 显示 规划 纲要 文件 文中 原文 指标 任务 重点任务 重点工作 属于 作为 到 至 达 达到 ' +
    '其中 主要 包括 包含 有关 相关 方面 情况 内容 具体 进行 予以 分别 依次 共 约 各项 一项 年 月 日 末 底 年底 年末 当年 期间 时期 ' +
    '区 市 县 全区 全市 我区 我市 本区 本市 给出 数值 一栏 栏 栏为 年份 项 个 等 那么 所 也是 另有 正文 写法 如下 以下 结构 文号 日期 印发 第 注'
  ).split(' '),
);
const SMALL =
  '还也又都均就则仍已才便将要需会能是为有用到达对向在从把被让使由以其这那该并且而使全分所做约上里中间后前起叫着只更地作份排个的了';
/** What a plan is to do; neutral where what is cited looks ahead. */
const AIMS = new Set(
  '目标 目标值 预期目标 计划 规划目标 预期 将 要 将要 拟 力争目标 发展目标 奋斗目标 控制目标 指标值 打算 准备 预计'.split(
    ' ',
  ),
);
/** What happens to a figure: any word of its way will do. */
const COURSES: readonly RegExp[] = [
  /^(?:提高|提升|上升|上涨|增长|增加|增速|增幅|增至|升至|增长到|提高到|提高至|扩大到?|增|升|多|高|涨)$/u,
  /^(?:下降|降低|减少|降幅|降至|降到|下降到|降低到|降|减|少|低)$/u,
];
const WAYS: readonly RegExp[] = [/增|升|提高|上涨|扩|拓|提至|高出|达/u, /降|减|压|下滑/u];

/** Small words the dictionary runs together (还要, 这是) are neutral where each of them is. */
export const isNeutral = (word: string): boolean =>
  NEUTRAL.has(word) ||
  !/\p{L}/u.test(word) ||
  (word.length === 2 && [...word].every((letter) => SMALL.includes(letter)));
export const isGlue = (word: string): boolean => GLUE.has(word) || !/\p{L}/u.test(word);
/** A letter that joins or points, or says nothing by itself. */
export const isSmall = (letter: string): boolean => SMALL.includes(letter) || NEUTRAL.has(letter);
export const isAim = (word: string): boolean => AIMS.has(word);
/** A word for the way a figure goes. */
export const isCourse = (word: string): boolean => COURSES.some((some) => some.test(word));
/** Whether a text speaks of a figure going the way of a word. */
export const goesSameWay = (word: string, text: string): boolean =>
  COURSES.every((some, at) => !some.test(word) || WAYS[at]?.test(text));
