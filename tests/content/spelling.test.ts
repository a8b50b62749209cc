// A misspelt word is told with file, line and column; formulas and code are not read as prose.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** What cspell says of a text, with the configuration and the word list of the site. */
function told(text: string): string[] {
  const file = 'stdin://content/articles/en/x.mdx';
  const { stdout } = spawnSync('npx', ['cspell', 'lint', '--no-progress', '--no-summary', '--no-color', file], {
    input: text,
    encoding: 'utf8',
  });
  return stdout.split('\n').filter((line) => line !== '');
}

test('a misspelt word is told with its place', () => {
  const text = '---\ntitle: X\n---\n\nThe generator stalls becuase $\\sigmma(l)$ is small; see `thingg`.\n';
  expect(told(text)).toEqual([expect.stringMatching(/x\.mdx:5:22 - Unknown word \(becuase\)/)]);
});

test('the field’s own words are known', () => {
  expect(told('The logits of the discriminator saturate; the non-saturating objective does not.\n')).toEqual([]);
});
