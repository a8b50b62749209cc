// What an author did wrong, where, and how to mend it; many faults become one error that lists them all.
import { resolve } from 'node:path';

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
  /** Where the first fault stands, for the page that `astro dev` shows instead. */
  readonly loc: { readonly file: string; readonly line: number; readonly column: number } | undefined;

  constructor(faults: readonly Fault[]) {
    const ordered = [...faults].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
    super(ordered.map(sentence).join('\n'));
    this.name = 'AuthorError';
    this.faults = ordered;
    const [first] = ordered;
    this.line = first?.line;
    this.loc = first && { file: resolve(first.file), line: first.line, column: 1 };
    // An author's mistake has no place in this program: the stack would only push the message out of sight.
    this.stack = `${this.name}: ${this.message}`;
  }

  /** Astro looks here for "document" and "window", to say that a server has none: an author's text may have both. */
  override toString(): string {
    return this.name;
  }
}

/** Throws an AuthorError when there is any fault. */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new AuthorError(faults);
}

/** What `read` gives; undefined, with its faults added to the others, where it refuses. */
export function attempt<T>(read: () => T, faults: Fault[]): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error;
    faults.push(...error.faults);
    return undefined;
  }
}
