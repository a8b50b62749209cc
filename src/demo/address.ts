// A demo's part of the address: reads ?seed=, ?backend=, ?variant= and the places of sliders, and writes the link to what is shown.
import { decimal } from '../writing/numbers.ts';
import { backends, type Backend } from '../vocabulary/backend.ts';
import type { Demo } from '../vocabulary/demo.ts';
import { nearest, settingOf, sliders, standsAt, type Settings, type SliderName } from '../vocabulary/sliders.ts';
import { experimentOf, variantOf } from '../vocabulary/variants.ts';

export interface Asked {
  shown: readonly string[];
  /** Sliders that stand elsewhere than where the shown variant has them. */
  settings: Settings;
  /** Undefined: the demo's own. */
  seed: number | undefined;
  /** Undefined: the engine chooses. */
  backend: Backend | undefined;
  /** One sentence for each value that makes no sense; the default holds then. */
  notes: string[];
}

/** The greatest seed that an experiment may have. */
const greatestSeed = 0xffff_ffff;

/**
 * Where a demo stands among those of its page: on its own page `?variant=` and a slider's `?discriminatorSteps=` are meant for it, elsewhere
 * only `?variant.<id>=` and `?discriminatorSteps.<id>=`.
 */
export interface DemoOnPage {
  id: string;
  alone: boolean;
  /** The first demo of a page speaks about what is wrong for all of them. */
  first: boolean;
}

export function readQuery(search: string, demo: Demo, { id, alone, first }: DemoOnPage): Asked {
  const query = new URLSearchParams(search);
  const shared: string[] = [];
  const seed = readSeed(query.get('seed'), demo.experiment.seed, shared);
  const backend = readBackend(query.get('backend'), shared);
  const own: string[] = [];
  const wanted = (key: string) => query.get(`${key}.${id}`) ?? (alone ? query.get(key) : null);
  const shown = readVariants(wanted('variant'), demo, own);
  const settings = readSettings(wanted, demo, shown, own);
  return { shown, settings, seed, backend, notes: first ? [...shared, ...own] : own };
}

function readSeed(text: string | null, usual: number, notes: string[]): number | undefined {
  if (text === null) return undefined;
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= greatestSeed) return seed;
  notes.push(`“${text}” is no seed. A seed is a whole number from 0 to ${greatestSeed}; seed ${usual} is used.`);
  return undefined;
}

function readBackend(text: string | null, notes: string[]): Backend | undefined {
  const backend = backends.find((each) => each === text);
  if (text !== null && backend === undefined)
    notes.push(`“${text}” is no backend. There are ${backends.join(' and ')}; the usual one is used.`);
  return backend;
}

function readVariants(text: string | null, demo: Demo, notes: string[]): readonly string[] {
  if (text === null) return [demo.initial];
  const names = text.split(/[\s,]+/).filter(Boolean);
  const [only] = names;
  if (names.length === 1 && only !== undefined && Object.hasOwn(demo.variants, only)) return [only];
  const { compare } = demo;
  if (compare && names.length === 2 && compare.every((name) => names.includes(name))) return compare;
  const known = [...Object.keys(demo.variants), ...(compare ? [compare.join('+')] : [])].join(', ');
  notes.push(
    `“${text}” is no variant of this demo. There are ${known}; “${variantOf(demo, demo.initial).label}” is shown.`,
  );
  return [demo.initial];
}

/** Sliders that the demo has; one that the shown variants have no number for, or that names none of its places, gets a note. */
function readSettings(
  wanted: (key: string) => string | null,
  demo: Demo,
  shown: readonly string[],
  notes: string[],
): Settings {
  const settings: Partial<Record<SliderName, number>> = {};
  for (const slider of demo.sliders) {
    const { of, from, to } = slider;
    const text = wanted(of);
    if (text === null) continue;
    const value = /^[-−]?\d+(\.\d+)?$/.test(text) ? Number(text.replace('−', '-')) : NaN;
    const own = shown.map((variant) => settingOf(experimentOf(demo, variant), of));
    const usual = own.find((each) => each !== undefined);
    if (usual === undefined) notes.push(`“${sliders[of].label}” has no place in what is shown; it is left out.`);
    else if (!standsAt(slider, value))
      notes.push(
        `“${text}” is no place of the slider “${sliders[of].label}”, which goes from ${decimal(from)} to ${decimal(to)}; ` +
          `${decimal(usual)} is used.`,
      );
    else if (own.some((each) => each !== undefined && each !== nearest(slider, value)))
      settings[of] = nearest(slider, value);
  }
  return settings;
}

/** The address of a demo's own page in this state. */
export function linkTo(page: string, { shown, settings, seed, backend }: Omit<Asked, 'notes'>): string {
  const query = new URLSearchParams({ variant: shown.join(' ') });
  for (const [of, value] of Object.entries(settings)) query.set(of, String(value));
  if (seed !== undefined) query.set('seed', String(seed));
  if (backend !== undefined) query.set('backend', backend);
  return `${page}?${query}`;
}
