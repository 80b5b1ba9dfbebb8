/** The ways to ask, a line each. */
export const HOW_TO_ASK = [
  '• 在频道里 @有据 提问，在消息串里继续追问',
  '• 直接发私信给有据',
  '• 在任何地方输入 /plan 加问题，答案先只有自己看得到',
  '• 在一条消息的菜单里选「查计划依据」，查它说的事',
];
