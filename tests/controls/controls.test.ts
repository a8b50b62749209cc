// Sliders and choices as they stand in the page: names, numbers, and what is told when a reader moves them.
import { h, type VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Choice } from '../../src/controls/Choice.tsx';
import { Slider } from '../../src/controls/Slider.tsx';

const slider = { name: 'Step size h', value: 0.2, from: 0, to: 1, step: 0.1, text: '0.2', onInput: () => undefined };

test('a slider has a name, a number in words and its bounds; a script must have run before it moves', () => {
  const markup = render(h(Slider, { ...slider, disabled: true }));
  const id = /<label for="([^"]+)">Step size h<\/label>/.exec(markup)?.[1];
  expect(id).toBeDefined();
  expect(markup).toContain(`<output for="${id}">0.2</output>`);
  const input = /<input[^>]*>/.exec(markup)?.[0];
  for (const attribute of [`id="${id}"`, 'type="range"', 'aria-valuetext="0.2"', 'min="0"', 'max="1"', 'step="0.1"'])
    expect(input).toContain(attribute);
  expect(input).toMatch(/ disabled/);
  expect(input).not.toContain('aria-label');
  expect(render(h(Slider, { ...slider, disabled: false }))).not.toMatch(/ disabled/);
});

test('a name with symbols is spoken in words', () => {
  expect(render(h(Slider, { ...slider, disabled: false, spoken: 'P of y' }))).toContain('aria-label="P of y"');
});

const choice = (of: [string, string][]) =>
  render(h(Choice<string>, { name: 'Numbers', of, chosen: 'b', disabled: false, onChoose: () => undefined }) as VNode);
const labels = ['a', 'b', 'c', 'd', 'e'].map((value): [string, string] => [value, value.toUpperCase()]);

test('a choice is a named group of radio buttons of which one is checked', () => {
  const markup = choice(labels.slice(0, 3));
  expect(markup).toContain('<legend>Numbers</legend>');
  const radios = [...markup.matchAll(/<input type="radio" name="([^"]+)" value="(\w)"( checked)?/g)];
  expect(radios.map(([, , value, checked]) => [value, checked !== undefined])).toEqual([
    ['a', false],
    ['b', true],
    ['c', false],
  ]);
  expect(new Set(radios.map(([, group]) => group)).size).toBe(1);
});

test('more than four choices stand in columns', () => {
  expect(choice(labels.slice(0, 4))).not.toContain('choice-many');
  expect(choice(labels)).toContain('choice-many');
});
