// Names of symbols as authors write them (\ell, p_z, D^\star, \hat x) turned into plain ones.
import { Unreadable, isCommand, isMark, spell, type Token } from './tokens.ts';

/** Macros of ours, and spellings, that stand for a plain symbol. */
const aliases: Readonly<Record<string, string>> = {
  '\\p': 'p',
  '\\q': 'q',
  '\\pz': 'p_z',
  '\\Dopt': 'D_star',
  '\\softplus': 'softplus',
};

const greek = new Set(
  (
    'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi ' +
    'varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell'
  )
    .split(' ')
    .map((name) => `\\${name}`),
);

const accents = new Set(['\\hat', '\\tilde', '\\bar', '\\dot', '\\vec', '\\widehat', '\\widetilde', '\\overline']);
const upright = new Set([
  '\\mathrm',
  '\\operatorname',
  '\\mathcal',
  '\\mathbf',
  '\\boldsymbol',
  '\\mathit',
  '\\text',
  '\\mathsf',
]);

/** A symbol read from tokens: its plain name, its bare base, its subscript, and where the text goes on. */
export interface Name {
  readonly name: string;
  readonly base: string;
  readonly subscript: readonly Token[] | undefined;
  readonly end: number;
}

/** The base letter at `i`, or undefined where no symbol stands there. */
function baseAt(tokens: readonly Token[], i: number): { base: string; end: number } | undefined {
  const token = tokens[i];
  if (token === undefined || token.kind === 'group') return undefined;
  if (token.kind === 'mark') return /[a-zA-Z]/.test(token.mark) ? { base: token.mark, end: i + 1 } : undefined;
  const alias = aliases[token.name];
  if (alias !== undefined) return { base: alias, end: i + 1 };
  if (greek.has(token.name)) return { base: token.name.slice(1), end: i + 1 };
  if (accents.has(token.name) || upright.has(token.name)) {
    const next = tokens[i + 1];
    const inner = next?.kind === 'group' ? spell(next.inner) : next === undefined ? '' : spell([next]);
    const plain = inner.replace(/[^a-zA-Z0-9]/g, '');
    if (plain === '') throw new Unreadable(`${token.name} stands alone`);
    return { base: accents.has(token.name) ? `${token.name.slice(1)}_${plain}` : plain, end: i + 2 };
  }
  return undefined;
}

/** A subscript's tokens as the tail of a name: `_{\mathrm{data}}` and `_\theta` give data and theta. */
const tail = (tokens: readonly Token[]) =>
  spell(tokens)
    .replace(/\\(?:mathrm|text|operatorname|mathcal)/g, '')
    .replace(/[^a-zA-Z0-9]/g, '');

/** The symbol that stands at `i` with its subscript, star and primes; undefined where none does. */
export function nameAt(tokens: readonly Token[], i: number): Name | undefined {
  const found = baseAt(tokens, i);
  if (found === undefined) return undefined;
  let { end } = found;
  let name = found.base;
  let subscript: readonly Token[] | undefined;
  for (;;) {
    const next = tokens[end];
    const after = tokens[end + 1];
    if (isMark(next, '_') && after !== undefined) {
      subscript = after.kind === 'group' ? after.inner : [after];
      name += `_${tail(subscript)}`;
      end += 2;
    } else if (isMark(next, '^') && (isCommand(after, '\\star', '\\ast') || isMark(after, '*'))) {
      name += '_star';
      end += 2;
    } else if (isMark(next, '^') && after?.kind === 'group' && /^(?:\\star|\\ast|\*)$/.test(spell(after.inner))) {
      name += '_star';
      end += 2;
    } else if (isMark(next, "'")) {
      name += '_prime';
      end += 1;
    } else if (isMark(next, '^') && isCommand(after, '\\prime')) {
      name += '_prime';
      end += 2;
    } else break;
  }
  return { name, base: found.base, subscript, end };
}

/** The one symbol that these tokens are. @throws Unreadable where they are anything else. */
export function onlyName(tokens: readonly Token[]): string {
  const found = nameAt(tokens, 0);
  if (found === undefined || found.end !== tokens.length) throw new Unreadable(`"${spell(tokens)}" is not one symbol`);
  return found.name;
}
