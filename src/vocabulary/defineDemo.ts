// Checks a demo when its file is loaded: what is wrong between its parts is told to the author, all at once, with the path to each field.
import { sampleShape } from './data.ts';
import { demoFields, type Demo, type DemoInput } from './demo.ts';
import { experimentSchema, misfitsOf, type Experiment } from './experiment.ts';
import { misfitsOfSlider } from './sliderFit.ts';
import { experimentOf } from './variants.ts';

const demoSchema = demoFields
  .check((context) => {
    const { variants, initial, compare, every, length, sliders } = context.value;
    const refuse = (path: (string | number)[], message: string) =>
      context.issues.push({ code: 'custom', path, message, input: context.value });
    const known = Object.keys(variants).join(', ');
    if (!(initial in variants)) refuse(['initial'], `names no variant: "${initial}". Known: ${known}`);
    compare?.forEach((name, i) => {
      if (!(name in variants)) refuse(['compare', i], `names no variant: "${name}". Known: ${known}`);
    });
    const experiments = Object.keys(variants).map((name): [string, Experiment] => [
      name,
      experimentOf(context.value, name),
    ]);
    for (const [name, experiment] of experiments) {
      for (const { path, message } of misfitsOf(experiment)) refuse(['variants', name, 'change', ...path], message);
    }
    for (const [name, variant] of Object.entries(variants)) {
      variant.claims.forEach(({ at, by }, i) => {
        const [field, step] = at === undefined ? ['by', by ?? 0] : ['at', at];
        const path = ['variants', name, 'claims', i, field] as const;
        if (step % every !== 0)
          refuse([...path], `step ${step} is never measured: it is no multiple of \`every\` (${every})`);
        if (step > length) refuse([...path], `step ${step} is never reached: the run ends at \`length\` (${length})`);
      });
    }
    const allowed = (experiment: Experiment) => experimentSchema.safeParse(experiment).success;
    sliders.forEach((slider, i) => {
      if (sliders.findIndex(({ of }) => of === slider.of) < i) refuse(['sliders', i, 'of'], 'stands here twice');
      for (const { field, message } of misfitsOfSlider(slider, experiments, allowed))
        refuse(['sliders', i, field], message);
    });
  })
  .transform((demo): Demo => ({ ...demo, dimension: sampleShape(demo.experiment.data).dimension }));

/**
 * Checks a demo and fills in defaults.
 * @throws ZodError that lists every fault with the path to its field.
 */
export const defineDemo = (input: DemoInput): Demo => demoSchema.parse(input);
