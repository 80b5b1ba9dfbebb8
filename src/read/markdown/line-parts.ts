/** A note of the text, `line` from 1. */
export interface LiftedNote {
  readonly text: string;
  readonly line: number;
}

const FENCE = /^---\s*$/u;
const FRONT_MATTER_END = /^(?:---|\.\.\.)\s*$/u;
const NOTE = /^ {0,3}\[\^[^\]\s]+\]:\s*(?<text>.*)$/u;
const CONTINUED = /^(?:\t| {2,})\S/u;

/** Lines without the settings some programs write at the head of a file; of them only the title is text. */
export function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line, index) => index > 0 && FRONT_MATTER_END.test(line));
  const settings = lines.slice(1, end);
  const isFrontMatter =
    end > 0 &&
    FENCE.test(lines[0] ?? '') &&
    settings.every((line) => /^(?:\s*$|\s+|-\s|#|[\w-]+\s*:)/u.test(line));
  if (!isFrontMatter) return lines;
  return lines.map((line, index) => {
    if (index > end) return line;
    return /^title\s*:\s*["']?(?<title>.*?)["']?\s*$/u.exec(line)?.groups?.title ?? '';
  });
}

/** Notes apart from the other lines, which keep their places. */
export function liftNotes(lines: readonly string[]): {
  readonly body: readonly string[];
  readonly notes: readonly LiftedNote[];
} {
  const body: string[] = [];
  const notes: LiftedNote[] = [];
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    const text = NOTE.exec(line)?.groups?.text;
    const open = isOpen ? notes.pop() : undefined;
    if (text !== undefined) {
      if (open !== undefined) notes.push(open);
      notes.push({ text: text.trim(), line: index + 1 });
      isOpen = true;
      body.push('');
    } else if (open !== undefined && CONTINUED.test(line)) {
      notes.push({ ...open, text: `${open.text}${line.trim()}` });
      body.push('');
    } else {
      if (open !== undefined) notes.push(open);
      isOpen = false;
      body.push(line);
    }
  }
  return { body, notes };
}
