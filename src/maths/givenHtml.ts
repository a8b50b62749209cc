// The `given` of a derivation in the reader's words, its symbols set as maths.
import { renderProse, type FormulaPlace } from './render.ts';

const asSet = (name: string) => (name === 'real' ? '\\mathbb{R}' : name === 'positive' ? '(0,\\infty)' : name);

/** One kind of `given` in words and maths: `x -> (0,1)` becomes an arrow after a colon, `(0,1)` "in (0,1)". */
function kindHtml(names: string, kind: string, place: FormulaPlace): string {
  const set = (text: string) => renderProse(text, place);
  const [, from, to, law, through] = /^(.+?)\s*->\s*(.+?)(?:,\s*law\s+(.+)|,?\s+through\s+(.+))?$/.exec(kind) ?? [];
  if (from !== undefined && to !== undefined) {
    const map = set(`$${names}\\colon ${asSet(from)} \\to ${asSet(to)}$`);
    if (law !== undefined) return `${map} ${set(`with law $${law}$`)}`;
    return through === undefined ? map : `${map} ${set(`with parameters $${through}$`)}`;
  }
  const [, density, space] = /^(densit(?:y|ies)) over (.+)$/.exec(kind) ?? [];
  if (density !== undefined && space !== undefined) return set(`$${names}$ ${density} over $${space}$`);
  const members = /^\\?\{(.*?)\\?\}$/.exec(kind);
  if (members?.[1] !== undefined) return set(`$${names} \\in \\{${members[1]}\\}$`);
  if (/^[([]/.test(kind)) return set(`$${names} \\in ${kind}$`);
  return set(`$${names}$ ${kind}`);
}

/** `given` in the reader's words: declarations with their symbols set as maths. */
export function givenHtml(given: string, place: FormulaPlace): string {
  return given
    .split(';')
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '')
    .map((sentence) => {
      const typed = /^([^:=]+):\s*(.+)$/.exec(sentence);
      return typed?.[1] === undefined || typed[2] === undefined
        ? renderProse(`$${sentence}$`, place)
        : kindHtml(typed[1].trim(), typed[2], place);
    })
    .join('; ');
}
