// The `given` of a derivation: which symbols there are and what they range over, in words an author can say.
import { depthChange } from './chains.ts';
import { nameAt, onlyName } from './symbolNames.ts';
import { Unreadable, isMark, tokenise, type Token } from './tokens.ts';

/** Where a number is drawn from. */
export type Domain =
  | { readonly kind: 'interval'; readonly low: number; readonly high: number }
  | { readonly kind: 'set'; readonly values: readonly number[] };

export type Declaration =
  | { readonly kind: 'scalar'; readonly name: string; readonly domain: Domain }
  | { readonly kind: 'family'; readonly name: string; readonly domain: Domain }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly of: readonly string[];
      readonly range: Domain;
      /** Variables it depends on beside its arguments: θ in G_θ(z). */
      readonly through: readonly string[];
    }
  | { readonly kind: 'density'; readonly name: string; readonly over: readonly string[] }
  | { readonly kind: 'map'; readonly name: string; readonly from: string; readonly to: string; readonly law: string }
  | {
      readonly kind: 'abbreviation';
      readonly name: string;
      readonly parameters: readonly string[];
      readonly body: readonly Token[];
    };

const kinds =
  'Known: real · positive · (low, high) · {0,1} · densities over x · x -> real · x -> (0,1) · z -> x, law q · … through \\theta · name = TeX.';

const wide = { kind: 'interval', low: -4, high: 4 } as const;
const upward = { kind: 'interval', low: 0, high: 4 } as const;

function domainOf(text: string): Domain | undefined {
  if (text === 'real') return wide;
  if (text === 'positive') return upward;
  const interval = /^[([]\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*[)\]]$/.exec(text);
  if (interval !== null) {
    const [low, high] = [Number(interval[1]), Number(interval[2])];
    if (low < high) return { kind: 'interval', low, high };
  }
  const set = /^\\?\{\s*(-?[\d.]+(?:\s*,\s*-?[\d.]+)*)\s*\\?\}$/.exec(text);
  if (set?.[1] !== undefined) return { kind: 'set', values: set[1].split(',').map(Number) };
  return undefined;
}

/** Names separated by commas. */
const namesIn = (text: string): string[] => text.split(',').map((part) => onlyName(tokenise(part)));

function typed(names: string[], kind: string): Declaration[] {
  const density = /^densit(?:y|ies) over (.+)$/.exec(kind);
  if (density?.[1] !== undefined) {
    const over = namesIn(density[1]);
    return names.map((name) => ({ kind: 'density', name, over }));
  }
  const arrow = /^(.+?)\s*->\s*(.+)$/.exec(kind);
  if (arrow?.[1] !== undefined && arrow[2] !== undefined) {
    const of = arrow[1] === 'real' ? ['real'] : namesIn(arrow[1]);
    const law = /^(.+?)\s*,\s*law\s+(.+)$/.exec(arrow[2]);
    const [from] = of;
    if (law?.[1] !== undefined && law[2] !== undefined && from !== undefined) {
      const [to, q] = [onlyName(tokenise(law[1])), onlyName(tokenise(law[2]))];
      return names.map((name) => ({ kind: 'map', name, from, to, law: q }));
    }
    const [rangeText = '', throughText] = arrow[2].split(/\s*,\s*through\s+/);
    const range = domainOf(rangeText);
    if (range === undefined) throw new Unreadable(`"${rangeText}" is no range. ${kinds}`);
    const through = throughText === undefined ? [] : namesIn(throughText);
    return names.map((name) => ({ kind: 'function', name, of, range, through }));
  }
  const domain = domainOf(kind);
  if (domain === undefined) throw new Unreadable(`"${kind}" is no domain. ${kinds}`);
  return names.map((name) =>
    name.endsWith('_i') ? { kind: 'family', name: name.slice(0, -2), domain } : { kind: 'scalar', name, domain },
  );
}

/** `V(D,G) = …` as a definition: the name, its parameters, the tokens of its body. */
export function definition(left: readonly Token[], body: readonly Token[]): Declaration {
  const head = nameAt(left, 0);
  if (head === undefined) throw new Unreadable('a definition must begin with the symbol that it defines');
  const rest = left.slice(head.end);
  if (rest.length === 0) return { kind: 'abbreviation', name: head.name, parameters: [], body };
  if (!isMark(rest[0], '(') || !isMark(rest.at(-1), ')')) {
    throw new Unreadable('the left side of a definition is a symbol, or a symbol with its arguments in parentheses');
  }
  const parameters: string[] = [];
  let part: Token[] = [];
  let depth = 0;
  for (const token of rest.slice(1, -1)) {
    depth += depthChange(token);
    if (depth === 0 && isMark(token, ',', ';')) {
      parameters.push(onlyName(part));
      part = [];
    } else part.push(token);
  }
  parameters.push(onlyName(part));
  return { kind: 'abbreviation', name: head.name, parameters, body };
}

/** The names that a left side `a, b` declares, the colon or equals sign, and the rest of the sentence. */
function cut(sentence: string): { left: string; sign: ':' | '='; right: string } {
  const at = sentence.search(/[:=]/);
  const sign = sentence.charAt(at);
  if (at < 0 || (sign !== ':' && sign !== '=')) {
    throw new Unreadable(`"${sentence}" declares nothing: write "symbol: kind" or "symbol = formula". ${kinds}`);
  }
  return { left: sentence.slice(0, at).trim(), sign, right: sentence.slice(at + 1).trim() };
}

/** All declarations in a `given`. @throws Unreadable with what is allowed. */
export function readGiven(given: string): Declaration[] {
  const sentences = given.split(';').map((part) => part.trim().replace(/\s+/g, ' '));
  const declarations = sentences
    .filter((part) => part !== '')
    .flatMap((sentence): Declaration[] => {
      const { left, sign, right } = cut(sentence);
      return sign === '=' ? [definition(tokenise(left), tokenise(right))] : typed(namesIn(left), right);
    });
  const seen = new Set<string>();
  for (const { name } of declarations) {
    if (seen.has(name)) throw new Unreadable(`${name} is declared twice`);
    seen.add(name);
  }
  return declarations;
}
