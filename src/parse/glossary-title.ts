const TITLE =
  /^(?:附\s*[件录]?\s*\d*\s*[：:]?\s*)?(?:《[^《》]{2,40}》)?(?:有关|相关|部分|主要|专业)?(?:内容|文件)?(?:的)?(?:名词|术语|用语|词语|专业名词|专有名词)(?:的)?(?:解释|注释|释义|说明|及解释)$|^(?:注\s*释|名\s*词\s*解\s*释|词汇表|术语表|(?:名词|术语)(?:和|与|及其?)(?:术语|定义|缩略语|释义)|(?:规划|报告|纲要)?(?:名词|术语)解释)$/u;

/** 名词解释, 注释, 《政府工作报告》有关内容名词注释: what such a heading stands over are terms and what they mean. */
export function isGlossaryTitle(text: string): boolean {
  return TITLE.test(text.replace(/[\s【】[\]（）()]/gu, ''));
}
