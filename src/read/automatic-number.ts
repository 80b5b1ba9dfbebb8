/** A text behind the number that its program would print: 第一章 stands off its title, 一、 and （一） do not. */
export function withNumber(number: string | null, text: string): string {
  if (number === null) return text;
  return /[、．。：）)]$/u.test(number) || text === '' ? `${number}${text}` : `${number} ${text}`;
}
