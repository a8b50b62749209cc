// What an article says of demos: that they are there, that what it prints was measured, and that its front matter names those it shows.
import { demoIds, demoNamed } from '../loaders/demos.ts';
import type { Fault } from '../maths/fault.ts';
import { attribute, isElement, lineOf, walk, type Node } from '../maths/tree.ts';
import type { Demo } from '../vocabulary/demo.ts';
import { metricsOf } from '../vocabulary/variants.ts';

/** Demos by id; undefined where a file has faults of its own. */
export type Demos = ReadonlyMap<string, Demo | undefined>;

/** All demos, with the faults of their files. */
export async function readDemos(faults: Fault[]): Promise<Demos> {
  const demos = new Map<string, Demo | undefined>();
  for (const id of demoIds()) {
    try {
      demos.set(id, (await demoNamed(id)).demo);
    } catch (error) {
      demos.set(id, undefined);
      // What is wrong with a demo's file comes as lines of `file:line: message`.
      for (const row of String(error instanceof Error ? error.message : error).split('\n')) {
        const [, file = `content/demos/${id}.ts`, line = '1', message = row] = /^(.+?):(\d+): (.*)$/.exec(row) ?? [];
        faults.push({ file, line: Number(line), message });
      }
    }
  }
  return demos;
}

/** The ids that an article shows, with the line of each `<Demo>`. */
export function shownIn(tree: Node): Map<string, number> {
  const shown = new Map<string, number>();
  walk(tree, (node) => {
    const id = isElement(node, 'Demo') ? attribute(node, 'id') : undefined;
    if (id !== undefined && !shown.has(id)) shown.set(id, lineOf(node));
  });
  return shown;
}

/** The last step that a recorded run can have: it ends when every claim of every variant is decided. */
function lastStep({ variants }: Demo): number {
  const claims = Object.values(variants).flatMap((variant) => variant.claims);
  // A claim has one of the two; a demo without claims is recorded at its start.
  return Math.max(0, ...claims.map(({ at, by }) => at ?? by ?? 0));
}

/** What is wrong with a tag that names a demo, and what is allowed. */
function wrong(node: Node, tag: string, demos: Demos): { message: string; hint: string } | undefined {
  const by = tag === 'Demo' ? 'id' : 'demo';
  const id = attribute(node, by);
  const known = [...demos.keys()].join(', ');
  if (id === undefined) return { message: `found <${tag}> without ${by}="…"`, hint: `Allowed: ${known}.` };
  if (!demos.has(id))
    return {
      message: `found <${tag} ${by}="${id}">, which names no file in content/demos`,
      hint: `Allowed: ${known}.`,
    };
  const demo = demos.get(id);
  if (demo === undefined || tag === 'Demo') return undefined;
  const variant = attribute(node, 'variant');
  const here = `<${tag} demo="${id}"`;
  if (variant !== undefined && !Object.hasOwn(demo.variants, variant)) {
    const message = `found ${here} variant="${variant}">, which the demo does not have`;
    return { message, hint: `Allowed: ${Object.keys(demo.variants).join(', ')}.` };
  }
  if (tag === 'Kept') return undefined;
  const metric = attribute(node, 'metric');
  const written = metric === undefined ? 'without metric="…"' : `metric="${metric}"`;
  const metrics = metricsOf(demo);
  if (!metrics.some((one) => one === metric))
    return {
      message: `found ${here} ${written}>, which is not measured`,
      hint: `Allowed: ${metrics.join(', ')}.`,
    };
  const step = node.attributes?.find(({ name }) => name === 'at')?.value;
  // A step that is not there is no number, and told as such below.
  const at = Number((typeof step === 'string' ? step : step?.value) ?? Number.NaN);
  const last = lastStep(demo);
  if (Number.isInteger(at) && at >= 0 && at <= last && at % demo.every === 0) return undefined;
  const found = Number.isNaN(at) ? 'without a step' : `at={${at}}>, where nothing is measured`;
  return { message: `found ${here} ${found}`, hint: `Allowed: a multiple of ${demo.every} from 0 to ${last}.` };
}

/** A fault for each unknown demo, variant, metric and step. */
export function demoFaults(tree: Node, file: string, demos: Demos): Fault[] {
  const faults: Fault[] = [];
  walk(tree, (node) => {
    const tag = ['Demo', 'Measured', 'Kept'].find((name) => isElement(node, name));
    const found = tag === undefined ? undefined : wrong(node, tag, demos);
    if (found !== undefined) faults.push({ file, line: lineOf(node), ...found });
  });
  return faults;
}

/** A fault for each demo that only the text shows, or only the front matter names. */
export function listedFaults(
  file: string,
  listed: { readonly ids: readonly string[]; readonly line: number },
  demos: Demos,
  shown: ReadonlyMap<string, number>,
): Fault[] {
  const hint = `Allowed: demos: [${[...shown.keys()].join(', ')}], those that the article shows.`;
  const unlisted = [...shown].filter(([id]) => demos.has(id) && !listed.ids.includes(id));
  const unseen = listed.ids.filter((id) => !shown.has(id));
  return [
    ...unlisted.map(([id, line]) => ({
      file,
      line,
      message: `found <Demo id="${id}">, which the front matter does not name`,
      hint,
    })),
    ...unseen.map((id) => ({
      file,
      line: listed.line,
      message: `found demos: ${id}, which the article does not show`,
      hint,
    })),
  ];
}
