import type { CommanderError } from 'commander';

const HELP_HINT = '用 --help 查看用法。';

/** Commander words its errors in English; its codes are stable, and names stand in single quotes. */
const MESSAGES: Readonly<Record<string, (name: string) => string>> = {
  'commander.unknownOption': (name) => `没有选项 ${name}。问题若以 - 开头，请在它前面加 -- 。`,
  'commander.unknownCommand': (name) => `没有命令 ${name}。`,
  'commander.missingArgument': (name) => `缺少参数 ${name}。`,
  'commander.optionMissingArgument': (name) => `选项 ${name} 后面缺少内容。`,
  'commander.missingMandatoryOptionValue': (name) => `缺少选项 ${name}。`,
  'commander.excessArguments': () => '参数太多。',
  'commander.help': () => '没有写命令。',
};

export function usageMessage({ code, message }: CommanderError): string {
  const name = /'([^']*)'/u.exec(message)?.[1] ?? '';
  const similar = /Did you mean (?:one of )?(.+)\?\)/u.exec(message)?.[1];
  const said = MESSAGES[code]?.(name) ?? message.replace(/^error: /u, '');
  const guess = similar === undefined ? '' : `是不是 ${similar}？`;
  return `${said}${guess}${HELP_HINT}`;
}
