// What the readers of formulas share: the symbols in force, and how a part is read.
import type { Expression } from './expression.ts';
import type { Token } from './tokens.ts';

/** What reading needs to know of the declared symbols. */
export interface Symbols {
  readonly isFunction: (name: string) => boolean;
  readonly isFamily: (name: string) => boolean;
  readonly isDeclared: (name: string) => boolean;
}

/** Reads the parts of a form. */
export interface Reader {
  readonly read: (tokens: readonly Token[]) => Expression;
  readonly symbols: Symbols;
}

/** A form that was recognised, and where the text goes on. */
export interface Found {
  readonly expression: Expression;
  readonly end: number;
}
