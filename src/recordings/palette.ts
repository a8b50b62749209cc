// The two themes of the pictures made at build time, read from the very style sheet that the page uses.
import { readFileSync } from 'node:fs';
import { themeFrom, type Theme } from '../plots/drawing/theme.ts';
import type { Tone } from './recording.ts';

/** The blocks of the style sheet that set each theme's colours, in the order in which they apply. */
const blocks: Record<Tone, readonly string[]> = { light: [':root'], dark: [':root', ":root[data-theme='dark']"] };

/** @throws Error if the style sheet lacks a block or a property */
export function themeOf(file: string, tone: Tone, font: string): Theme {
  const css = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const values = new Map<string, string>();
  for (const selector of blocks[tone]) {
    const start = css.indexOf(`\n${selector} {`);
    if (start < 0) throw new Error(`${file} has no block "${selector} { … }"`);
    const body = css.slice(start, css.indexOf('}', start));
    for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+):\s*([^;]+);/g)) values.set(name, value);
  }
  // A property that is missing has no value, which is refused by name.
  return { ...themeFrom((name) => values.get(name) ?? ''), font };
}
