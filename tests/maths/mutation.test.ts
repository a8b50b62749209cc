// Proof that the checker checks: nearly every false version of every derivation on the site is rejected.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDerivation, outcomes, type DerivationSource, type Tamper } from '../../src/maths/check/derivation.ts';
import { readGiven } from '../../src/maths/check/given.ts';
import type { Statement } from '../../src/maths/check/verify.ts';
import { mutantsOf, type Mutant } from './mutants.ts';
import { derivationsOf } from './readArticle.ts';

const files = ['tests/maths/fixtures/derivations.mdx', ...globSync('content/articles/**/*.mdx')];

interface Place {
  readonly step: number;
  readonly formula: number;
  readonly chain: number;
  readonly statement: Statement;
}

/** True at the first false step; what comes after it is not evaluated. */
function isFalse(source: DerivationSource, tamper: Tamper): boolean {
  for (const outcome of outcomes(source, tamper)) if (outcome.is === 'false') return true;
  return false;
}

/** Statements of a derivation in order; definitions come as one-sided statements. */
function statementsOf(source: DerivationSource): Place[] {
  const places: Place[] = [];
  checkDerivation(source, (statement, step, formula, chain) => {
    places.push({ step, formula, chain, statement });
    return statement;
  });
  return places;
}

/** True when the mutant is rejected: in its own statement, or later where a definition or a continued chain uses it. */
function rejected(source: DerivationSource, place: Place, index: number, side: number, mutant: Mutant): boolean {
  const changed = (statement: Statement): Statement => ({
    ...statement,
    sides: statement.sides.map((one, s) => (s === side ? { ...one, expression: mutant.expression } : one)),
  });
  const run = (from: number, to: number) => {
    let n = -1;
    return isFalse(source, (statement) => {
      n += 1;
      const meant = n === index ? changed(statement) : statement;
      // Statements outside the window are taken as they are: only their last side matters, for chains that go on.
      return n >= from && n <= to ? meant : { sides: meant.sides.slice(-1), relations: [] };
    });
  };
  return (place.statement.relations.length > 0 && run(index, index)) || run(index + 1, Number.POSITIVE_INFINITY);
}

/** Why a survivor is no failure of the checker; undefined where it is one. */
function excuse(
  source: DerivationSource,
  place: Place,
  index: number,
  side: number,
  mutant: Mutant,
): string | undefined {
  let n = -1;
  const differs = isFalse(source, (statement) => {
    n += 1;
    const original = statement.sides[side];
    if (n !== index || original === undefined) return { sides: statement.sides.slice(-1), relations: [] };
    return { sides: [original, { ...original, expression: mutant.expression }], relations: ['='] };
  });
  if (!differs) return 'it equals the original at every random point';
  const links = [place.statement.relations[side - 1], place.statement.relations[side]];
  return links.some((link) => link !== undefined && link !== '=')
    ? 'an inequality leaves room: the changed one is true too'
    : undefined;
}

describe('mutants of every derivation', async () => {
  const started = performance.now();
  const found = (
    await Promise.all(
      files.map(async (file) =>
        (await derivationsOf(readFileSync(file, 'utf8'), file)).map((one) => ({ file, source: one.source })),
      ),
    )
  ).flat();

  test('every derivation on the site holds, all of them in under 30 s', () => {
    expect(found.length).toBeGreaterThanOrEqual(4);
    const before = performance.now();
    for (const { file, source } of found) {
      for (const outcome of checkDerivation(source)) {
        expect(outcome.is, outcome.is === 'false' ? `${file}:${outcome.line}: ${outcome.message}` : '').not.toBe(
          'false',
        );
      }
    }
    expect(performance.now() - before).toBeLessThan(30_000);
  });

  // A mutant that equals the original at every random point says the same thing in other words: it is no fault, and is listed but not counted.
  test('at least 95 % of the mutants that say something else are rejected', () => {
    const survivors: string[] = [];
    let count = 0;
    for (const { file, source } of found) {
      const declarations = readGiven(source.given);
      statementsOf(source).forEach((place, index) => {
        place.statement.sides.forEach(({ expression, tex }, side) => {
          for (const mutant of mutantsOf(expression, declarations)) {
            count += 1;
            if (rejected(source, place, index, side, mutant)) continue;
            const reason = excuse(source, place, index, side, mutant) ?? 'not explained';
            survivors.push(
              `${file}, "${source.title}", step ${place.step + 1}: ${mutant.change} in "${tex}": ${reason}`,
            );
          }
        });
      });
    }
    const same = survivors.filter((one) => one.endsWith('it equals the original at every random point')).length;
    const share = 1 - (survivors.length - same) / (count - same);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.info(
      `${count} mutants of ${found.length} derivations, ${(100 * share).toFixed(1)} % rejected, ${seconds} s. Survivors:\n${survivors.join('\n')}`,
    );
    expect(count).toBeGreaterThan(200);
    expect(share).toBeGreaterThanOrEqual(0.95);
    expect(survivors.filter((one) => one.endsWith('not explained'))).toEqual([]);
  }, 300_000);
});
