// \eqref{eq:…} in running text as Markdown syntax of its own; without it MDX would take the braces for JavaScript.

/** A character code, or null at the end of the file (micromark's convention). */
type Code = number | null;
type State = (code: Code) => State | undefined;

interface Effects {
  enter(type: string): void;
  exit(type: string): void;
  consume(code: Code): void;
}

interface Context {
  enter(node: object, token: unknown): void;
  exit(token: unknown): void;
  sliceSerialize(token: unknown): string;
}

/** What the extension needs of a unified processor. */
interface Processor {
  data(): object;
}

const opening = '\\eqref{';
const closingBrace = 125;

/** Reads `\eqref{` up to the brace that closes it, within one line. */
function tokenize(effects: Effects, ok: State, nok: State): State {
  let read = 0;
  const word: State = (code) => {
    if (code !== opening.charCodeAt(read)) return nok(code);
    if (read === 0) effects.enter('equationReference');
    effects.consume(code);
    read += 1;
    return read === opening.length ? label : word;
  };
  const label: State = (code) => {
    // Codes below zero are line endings and tabs, null is the end of the file.
    if (code === null || code < 32) return nok(code);
    effects.consume(code);
    if (code !== closingBrace) return label;
    effects.exit('equationReference');
    return ok;
  };
  return word;
}

/** The Markdown node's type. Its `value` is the label, `eq:…`. */
export const referenceType = 'equationReference';

const syntax = { text: { [opening.charCodeAt(0)]: { name: 'equationReference', tokenize } } };

const toTree = {
  enter: {
    equationReference(this: Context, token: unknown): void {
      const value = this.sliceSerialize(token).slice(opening.length, -1);
      this.enter({ type: referenceType, value }, token);
    },
  },
  exit: {
    equationReference(this: Context, token: unknown): void {
      this.exit(token);
    },
  },
};

/** Adds the syntax to a processor (a remark plugin). */
export function remarkEqref(this: Processor): void {
  const data: { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] } = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), toTree];
}
