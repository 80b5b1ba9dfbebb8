import { EDIT } from './edit-links.ts';

const KINDS = '.docx,.doc,.wps,.pdf,.html,.htm,.mhtml,.mht,.txt,.md,.rtf,.xlsx';

interface UploadFormProps {
  /** File that what is handed in is to take the place of. */
  readonly replaces?: string;
}

/** Files are read and shown first; nothing is added before it is confirmed. */
export function UploadForm({ replaces }: UploadFormProps) {
  const isOne = replaces !== undefined;
  return (
    <form class="upload" method="post" action={`${EDIT}/upload`} enctype="multipart/form-data">
      {isOne && <input type="hidden" name="replaces" value={replaces} />}
      <label for="files">{isOne ? '选择新的文件' : '选择文件，或把文件拖到这里'}</label>
      <input id="files" type="file" name="files" multiple={!isOne} required accept={KINDS} />
      <button type="submit">读一读</button>
      <p class="section-lead">
        docx、doc、wps、pdf、网页、xlsx、rtf、md、txt 都可以。先显示读到了什么，确认后才加入。
      </p>
    </form>
  );
}
