import type { Command } from 'commander';
import { DONE, FAILED, type Finish } from './exit-status.ts';
import { hasColour, type Terminal, write } from './terminal.ts';

const EXAMPLES = `
例：
  youju read 湖南省2026年政府工作报告.docx
  youju read --json *.pdf`;

export function addReadCommand(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('read')
    .description('看看会从文件里读到什么：标题、地区、章节、表格、丢掉了什么；不加入')
    .usage('[选项] 文件…')
    .argument('<文件...>', '任意多个文件')
    .option('--json', '每个文件写成一行 JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], { json = false }: { json?: boolean }) => {
      const { preview: readPreview } = await terminal.loadCore();
      const { renderPreview } = await import('./render-preview.ts');
      let failed = 0;
      for (const file of files) {
        const preview = await readPreview(file);
        if (!preview.ok) failed += 1;
        const said = json ? JSON.stringify(preview) : renderPreview(preview, hasColour(terminal));
        await write(terminal.stdout, `${said}\n`);
      }
      finish(failed === 0 ? DONE : FAILED);
    });
}
