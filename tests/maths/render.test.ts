// How formulas are set: fractions in neighbouring rows stand apart, short formulas stay together, and neither shows in what a reader copies.
import { expect, test } from 'vitest';
import { renderTex } from '../../src/maths/render.ts';

const tex = String.raw;
/** Two equal rows, written in two lines, or in one line as KaTeX sets them without our help. */
const rows = (row: string, end = '\n') =>
  renderTex(`${tex`\begin{aligned}`}${end}${row} ${tex`\\`}${end}${row}${end}${tex`\end{aligned}`}`, { display: true });
/** The height of a formula in em: that of its strut. */
const height = (html: string) => Number(/strut" style="height:([\d.]+)em/.exec(html)?.[1]);
const added = (row: string) => height(rows(row)) - height(rows(row, ' '));

test('a row with a fraction stands apart from the next, other rows are set as KaTeX sets them', () => {
  for (const row of [tex`\frac12`, tex`\frac{d}{dv}`]) expect(added(row), row).toBeGreaterThan(0.3);
  for (const row of ['x', tex`\tfrac12 x`, tex`\sum_x x`]) expect(added(row), row).toBe(0);
});

test('what a reader copies has no spacing in it', () => {
  expect(rows(tex`\frac12`)).not.toContain('0.7em]');
});

test('a short formula in a line of text is kept together, a long one may break', () => {
  expect(renderTex('p = q')).toContain('katex short');
  expect(renderTex(tex`\log\sigma(\ell) = -\log(1 + e^{-\ell})`)).not.toContain('katex short');
});
