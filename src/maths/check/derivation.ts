// A whole derivation, step by step: definitions are taken, every other chain is verified, faults carry their line.
import { certain } from '../../certain.ts';
import { chainsOf, type Chain } from './chains.ts';
import { definition, readGiven } from './given.ts';
import { extend, languageOf, type Language } from './language.ts';
import { readExpression } from './read.ts';
import { Unreadable, spell, tokenise } from './tokens.ts';
import { read, verify, type Statement } from './verify.ts';

/** A step as the article has it. `formulas` are its display equations with the line each begins at. */
export interface StepSource {
  readonly because: string;
  readonly line: number;
  readonly formulas: readonly { readonly tex: string; readonly line: number }[];
  readonly defines?: boolean;
  readonly unchecked?: string;
  readonly given?: string;
  readonly constant?: string;
}

export interface DerivationSource {
  readonly title: string;
  readonly given: string;
  readonly line: number;
  readonly steps: readonly StepSource[];
}

export type StepOutcome =
  | { readonly is: 'checked'; readonly how: string }
  | { readonly is: 'definition' }
  | { readonly is: 'unchecked'; readonly why: string }
  | { readonly is: 'false'; readonly line: number; readonly message: string };

/** A seed from text, so that a derivation always meets the same worlds (FNV-1a). */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash & 0x3fffffff;
}

/** A change made to what was read, before it is checked: the mutation test makes false steps of true ones with it. */
export type Tamper = (statement: Statement, step: number, formula: number, chain: number) => Statement;

/** What the steps so far have left: the language with their definitions, and the last statement. */
interface Progress {
  language: Language;
  before: Statement | undefined;
}

/** The first side of a definition: taken into the language, not verified. */
function define(chain: Chain, progress: Progress, change: (statement: Statement) => Statement): void {
  const [left, right] = [certain(chain.sides[0], 'the left side'), certain(chain.sides[1], 'the right side')];
  const declared = definition(left, right);
  if (progress.language.declarations.has(declared.name)) {
    throw new Unreadable(`${declared.name} means something already: a definition needs a new name`);
  }
  progress.language = extend(progress.language, [declared]);
  progress.before = change(read({ ...chain, sides: [right], relations: [] }, progress.language, progress.before));
  const [body] = progress.before.sides;
  if (body === undefined || declared.kind !== 'abbreviation') return;
  const meaning = { parameters: declared.parameters, body: body.expression };
  progress.language = {
    ...progress.language,
    definitions: new Map(progress.language.definitions).set(declared.name, meaning),
  };
}

function checkStep(step: StepSource, s: number, progress: Progress, tamper: Tamper): StepOutcome {
  if (step.unchecked !== undefined) return { is: 'unchecked', why: step.unchecked };
  const how = new Set<string>();
  let { line } = step;
  let defined = false;
  const local = (language: Language) => (step.given === undefined ? language : extend(language, readGiven(step.given)));
  try {
    const { symbols } = local(progress.language);
    const constant = step.constant === undefined ? undefined : readExpression(tokenise(step.constant), symbols);
    for (const [f, formula] of step.formulas.entries()) {
      ({ line } = formula);
      for (const [c, chain] of chainsOf(tokenise(formula.tex)).entries()) {
        const change = (statement: Statement) => tamper(statement, s, f, c);
        let claimed = chain;
        if (step.defines === true && chain.relations[0] === '=' && !chain.continues) {
          define(chain, progress, change);
          defined = true;
          if (chain.relations.length === 1) continue;
          claimed = { sides: chain.sides.slice(1), relations: chain.relations.slice(1), continues: false };
        }
        const scope = local(progress.language);
        const statement = change(read(claimed, scope, progress.before));
        const verdict = verify(statement, scope, seedOf(spell(chain.sides.flat())), constant);
        if (!verdict.holds) return { is: 'false', line, message: verdict.message };
        how.add(verdict.message);
        progress.before = statement;
      }
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return {
      is: 'false',
      line,
      message: `${error.message}. If it cannot be checked at all, say unchecked="why" on the Step`,
    };
  }
  if (how.size > 0) return { is: 'checked', how: [...how].join(' · ') };
  if (defined) return { is: 'definition' };
  return { is: 'false', line, message: 'it holds no display equation: write one between $$ lines' };
}

/** The outcomes of the steps, one after the other. Declarations that cannot be read make every step false. */
export function* outcomes(source: DerivationSource, tamper: Tamper = (statement) => statement): Generator<StepOutcome> {
  let language: Language;
  try {
    language = languageOf(readGiven(source.given));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield* source.steps.map((): StepOutcome => ({
      is: 'false',
      line: source.line,
      message: `given="…": ${error.message}`,
    }));
    return;
  }
  const progress: Progress = { language, before: undefined };
  for (const [s, step] of source.steps.entries()) yield checkStep(step, s, progress, tamper);
}

/** Checks all steps of a derivation. */
export const checkDerivation = (source: DerivationSource, tamper?: Tamper): StepOutcome[] => [
  ...outcomes(source, tamper),
];
