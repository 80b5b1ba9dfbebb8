/** Wordings of one thing in plans, whatever is asked. Of a row any may stand for any. */
const SAME: readonly (readonly string[])[] = `
gdp 地区生产总值 生产总值
增速 增长速度 增长率 增幅 增长 涨幅
占比 比重 占 比例 比率
位居 位列 居 列 排 排名 位次 排在 名列 位于 排名第 稳居
同比 上年 去年 比上年 较上年 上年同期 比去年
规上 规模以上
国内外 海内外
牵头 牵头负责 牵头单位 牵头部门
共 累计 总共 合计 一共
预期寿命 期望寿命
r&d 研发 研究与试验发展 科研
排放量 排放
实现 完成 达到 达 做到 达成
控制 保持 稳定 维持 稳定在 保持在
建 建设 新建 打造 构建 搭建 建立 修建 建造 兴建 新增 创建 布局
建成 建设完成 建好 修好 落成 建成投用 建起 完工 建有 建成了 形成 建立 已建成
推进 推动 促进 加快 深化 推行 实施 开展 落实 推广 深入实施 抓好 推深做实 办好 发展 做好 启动 组织 统筹 进行
提高 提升 增强 增加 加强 强化 加大 扩大 提质 增长 提至 增至 改进 上升 增
下降 降低 减少 降至 减 下滑 压减 减轻 降
变少 减少
培育 培养 壮大 发展 做强 做大 做优 扶持 扶植 育
完善 健全 优化 改善 改进 更健全 更完善
引进 吸引 招引 引育 引入 引进培育 招 招聘
维护 保护 保障 守住 守牢 守好 严守 坚守 坚决守住 确保
治理 整治 整改 修复
获得 取得 获批 荣获 获评 获 拿到 收获 获取
入选 列入 进入 被评为
使用 利用 应用 运用 用 用好 用到 用于
投入 投向 用于 用在 安排 落实
报送 上报 报 提交
放宽 放开
扩大 拓展 拓宽 延伸 扩展
成立 设立 组建 建立 挂牌成立 挂牌
政府 人民政府
群众 居民 百姓 老百姓 人民群众 市民 民众
企业 公司 厂家
学校 校园
医院 医疗机构 医疗卫生机构
幼儿园 配套园 幼儿园所
教育部门 教育行政部门
户籍 户口
公开 公布 发布 公示
参与 参加
支持 扶持 鼓励 助力
鼓励 提倡 倡导 引导 支持
限制 约束 控制
拥有 具有 具备 有
按期 如期 按时
推出 出台 制定 印发 发布 拿出
承担 负担 承接
负责 承办 落实
包括 包含 涵盖 涉及 有 含
带动 拉动 引领 推动
经验做法 典型经验
挑战 压力 困难 问题
不足 乏力 不够 短缺
规定 要求
目的 旨在 以便
办理 办结 处理
超过 突破 超 逾
住房 房子 住宅
收入 可支配收入
首家 第一家 首个 第一个 首座 首款
地块 土地
资金 经费 费用 钱
补贴 补助
提请审议 审议
场地 空间 场所
养老院 养老机构
每年 年年
一半 半数
小区 居民小区
灾后恢复重建 灾后重建
覆盖 全覆盖
全面 全部 完全
通车里程 里程
原则上 一般
研究 探索
老人 老年人
残疾人 残障人士
危房 危旧房
农民 农村居民
台企 台资企业
教师 师资
名单 目录
名气 知名度
事故 安全事故
开业 挂牌开业
高质量 优质
质量 品质
主业 主营业务
监管 监督 监督管理
检查 督查 督促检查
评价 评估
评估 估算
垃圾 废弃物
节约 集约
立足 依托 根据
围绕 聚焦 以
成果 成效 成绩 进展
平台 载体
渠道 途径
做法 举措 措施
难度 困难 难
短板 弱项
短板弱项 短板
安全感满意度 安全感
满意率 满意度
卫健 卫生健康
人社 人力资源社会保障
共建 联合建设 合建
自建 自己建设
通上 通 开通
达标 基本达标
网点 站点
转变 转向 转为 转
贷 贷款
赛事 比赛
老旧 老
提供 给予 予以
适当 适度
超出 高出
扩量 数量
提质 质量
就业 上岗
需要 需求
举办 承办 召开 主办
`
  .trim()
  .split('\n')
  .map((row) => row.split(' '));

function byWord(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const row of SAME)
    for (const word of row)
      found.set(word, new Set([...(found.get(word) ?? []), ...row.filter((one) => one !== word)]));
  return new Map([...found].map(([word, others]) => [word, [...others]]));
}

const BY_WORD = byWord();

/** What a word may end with and say no more: 预期性指标, 医师数为. */
const ENDING =
  /(?<=.{2})(?:指标|目标|任务|规划|计划|工作|面积|数量|总量|人数|规模|[为由从是达到的了])$/u;

export const stemOf = (word: string): string => word.replace(ENDING, '');

/** Other wordings of a word. */
export function sameAs(word: string): readonly string[] {
  const stem = stemOf(word);
  const own = BY_WORD.get(word) ?? [];
  return stem === word ? own : [...new Set([stem, ...own, ...(BY_WORD.get(stem) ?? [])])];
}
