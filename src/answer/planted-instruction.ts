/** Turns to a reader that is a machine: tells it to drop its rules, gives it a part to play, or says what to answer. */
const PLANTED = [
  /(?:忽略|无视|忘记|忘掉|不要理会|不必遵守|停止遵守|抛开|绕过|覆盖)[^。；\n]{0,12}(?:规则|指令|指示|提示词|系统提示|设定|限制)/u,
  /(?:忽略|无视|忘记|忘掉|不要理会)(?:以上|上述|前面|之前|此前)/u,
  /(?:ignore|disregard|forget|override|bypass)[^.\n]{0,40}(?:instruction|rule|prompt|guideline|above|previous|earlier)/iu,
  /(?:system|developer)\s*(?:prompt|message|mode|override)|系统(?:提示词?|消息|指令)[:：]|开发者模式|管理员模式|越狱模式|jailbreak/iu,
  /<\/?\s*(?:system|assistant|user|instructions?|evidence|question)\s*>|\[\/?INST\]|<\|[a-z_]+\|>|^\s*(?:system|assistant|user)\s*[:：]/imu,
  /你(?:现在|从现在起|接下来)?(?:是|扮演|充当)[^。；\n]{0,12}(?:助手|模型|机器人|人工智能|AI|海盗|角色|管理员)/iu,
  /(?:作为|身为)(?:一个|一名)?(?:AI|人工智能助手|语言模型|大模型|聊天机器人)/iu,
  /(?:如果|若|当|凡是)[^。；\n]{0,8}(?:有人|用户|被)[^。；\n]{0,6}(?:问|提问)[^。；\n]{0,20}(?:回答|回复|输出|答)/u,
  /(?:请|务必|必须|一律|直接|只)(?:用[^。；\n]{0,6})?(?:回答|回复|输出|answer|reply|respond)[:：“"「]/iu,
  /(?:回答|答案|回复)(?:一律|必须|应当|只能)(?:是|为|写|改)/u,
];

/**
 * Whether a text gives orders to whoever reads it for an answer. No plan does: such a passage is left out of the
 * evidence, whoever words the answer.
 */
export const isPlanted = (text: string): boolean => PLANTED.some((pattern) => pattern.test(text));
