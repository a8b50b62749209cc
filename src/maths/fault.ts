// What an author did wrong, where, and how to mend it; many faults become one error that lists them all.

/** A mistake in a source file: `line` counts from 1; `message` says what was found, `hint` what is allowed. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly hint?: string;
}

/** `file:line: message (hint)`, the file relative to the working directory. */
export function sentence(fault: Fault): string {
  const root = `${process.cwd()}/`;
  const file = fault.file.startsWith(root) ? fault.file.slice(root.length) : fault.file;
  const hint = fault.hint === undefined ? '' : `\n    ${fault.hint}`;
  return `${file}:${fault.line}: ${fault.message}${hint}`;
}

/** Every fault at once, in the order of the lines. */
export class AuthorError extends Error {
  readonly faults: readonly Fault[];
  readonly line: number | undefined;

  constructor(faults: readonly Fault[]) {
    const ordered = [...faults].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
    super(ordered.map(sentence).join('\n'));
    this.name = 'AuthorError';
    this.faults = ordered;
    this.line = ordered[0]?.line;
  }
}

/** Throws an AuthorError when there is any fault. */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new AuthorError(faults);
}
