// KaTeX at build time: TeX in, HTML with MathML out; a formula that cannot be set is a fault with file and line.
import katex from 'katex';
import { AuthorError } from './fault.ts';
import { katexMacros, plainTex } from './macros.ts';

/** Where a formula stands in the author's file, for the error message. `line` is the line of its first character. */
export interface FormulaPlace {
  readonly file: string;
  readonly line: number;
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The TeX that KaTeX keeps beside its MathML is what a reader copies: it is rewritten without our macros. */
function withPlainSource(html: string, tex: string): string {
  const source = escapeHtml(plainTex(tex));
  return html.replace(
    /(<annotation encoding="application\/x-tex">)[\s\S]*?(<\/annotation>)/,
    (_, open: string, close: string) => `${open}${source}${close}`,
  );
}

/** So many signs fit on any line: a formula that is no longer is not broken at its relations. */
const unbroken = 16;

/** Marks a short formula in a line of text, so that styles keep it together. */
function keptTogether(html: string): string {
  const seen = html.replace(/[\s\S]*<span class="katex-html"[^>]*>/, '').replace(/<[^>]*>|[\u200b\s]/g, '');
  return [...seen].length <= unbroken ? html.replace('<span class="katex">', '<span class="katex short">') : html;
}

/** A row with a fraction stands apart from the next: KaTeX lets fractions in neighbouring rows nearly touch. */
const spaced = (tex: string) => tex.replace(/^.*\\frac(?![a-z]).*\\\\$/gm, (row) => `${row}[0.7em]`);

/** Where an error of KaTeX stands in the formula and what it says, or undefined for any other error. */
function complaint(error: unknown): { message: string; position: number } | undefined {
  if (!(error instanceof katex.ParseError)) return undefined;
  const position = typeof error.position === 'number' ? error.position : 0;
  return { message: error.rawMessage, position };
}

/**
 * HTML (with MathML for screen readers) of one formula.
 * @throws AuthorError with file and line where KaTeX refuses the TeX.
 */
export function renderTex(tex: string, options: { display?: boolean; place?: FormulaPlace } = {}): string {
  const set = options.display ? spaced(tex) : tex;
  try {
    const html = katex.renderToString(set, {
      displayMode: options.display ?? false,
      output: 'htmlAndMathml',
      throwOnError: true,
      macros: katexMacros(),
      trust: (context) => context.command === '\\htmlClass',
      strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    });
    const whole = withPlainSource(html, tex);
    return options.display ? whole : keptTogether(whole);
  } catch (error) {
    const found = complaint(error);
    if (found === undefined) throw error;
    const { file, line } = options.place ?? { file: 'formula', line: 1 };
    const before = set.slice(0, found.position);
    const at = line + before.split('\n').length - 1;
    const near = set.slice(found.position, found.position + 40).replace(/\n[\s\S]*/, '');
    throw new AuthorError([
      {
        file,
        line: at,
        message: `KaTeX cannot set this formula: ${found.message}, at "${near}"`,
        hint: 'The macros of this site are in src/maths/macros.ts.',
      },
    ]);
  }
}

/** Text with `$…$` in it as HTML, everything else escaped. Used for the reason of a step. */
export function renderProse(text: string, place?: FormulaPlace): string {
  return text
    .split(/(\$[^$]+\$)/)
    .map((part) =>
      part.length > 2 && part.startsWith('$') && part.endsWith('$')
        ? renderTex(part.slice(1, -1), place === undefined ? {} : { place })
        : escapeHtml(part),
    )
    .join('');
}
