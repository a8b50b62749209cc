// The live half of a demo: its runs on the page's engine, what has been seen of them, and their drawing. Fetched when a reader first asks.
import { startEngine, type Backend, type FrameReport, type Player, type Run } from '../engine/page/client.ts';
import type { Demo } from '../vocabulary/demo.ts';
import type { Experiment } from '../vocabulary/experiment.ts';
import type { Measurement } from '../vocabulary/frame.ts';
import { withSettings, type Settings } from '../vocabulary/sliders.ts';
import { experimentOf, planOf } from '../vocabulary/variants.ts';
import type { LineStyle } from '../plots/drawing/curve.ts';
import { nameOf, panelsOf } from '../plots/panels.ts';
import { extend, lineStylesOf, newTrace, type Floor, type Trace } from '../plots/trace.ts';
import { describePanel, drawPanel } from '../plots/views/views.ts';
import { paint } from './paint.ts';

interface Shown {
  variant: string;
  run: Run;
  trace: Trace;
  /** Names of changes in place whose first step has not come yet. */
  coming: string[];
}

export interface LiveOptions {
  demo: Demo;
  seed: number | undefined;
  backend: Backend | undefined;
  /** By variant: what perfect samples score in its first claim's metric, where that is known. */
  floors: Readonly<Record<string, Floor | undefined>>;
  /** The canvas of a panel by the panel's name, if it is on the page. */
  canvas: (panel: string) => HTMLCanvasElement | undefined;
  onFrame: (variant: string, report: FrameReport, measurements: readonly Measurement[]) => void;
  /** Some run's state, failure, refusal or engine has changed. */
  onChange: () => void;
}

export interface Live {
  readonly runs: readonly Run[];
  readonly traces: readonly Trace[];
  /** Opens runs of these variants from the start, under these settings of sliders, and closes all others. */
  open(variants: readonly string[], settings: Settings): void;
  /** Closes all runs but one. */
  keep(variant: string): void;
  /** The one run goes on from its weights as another variant. */
  change(variant: string): void;
  /** All runs go on from their weights under these settings; `what` names the change on the curves. */
  set(settings: Settings, what: string): void;
  play(): void;
  pause(): void;
  step(player: Player): void;
  /** Every run back to its own variant's start, under these settings. */
  reset(settings: Settings): void;
  setVisible(visible: boolean): void;
  /** Draws all panels at the next animation frame. */
  draw(): void;
  /** What each panel shows, in words, by its name. */
  words(): Record<string, string>;
  close(): void;
}

export function createLive({ demo, seed, backend, floors, canvas, onFrame, onChange }: LiveOptions): Live {
  let shown: Shown[] = [];
  let visible = true;
  let painted: Promise<void> | undefined;

  const labelOf = (variant: string) => demo.variants[variant]?.label ?? variant;
  const experiment = (variant: string, settings: Settings) => withSettings(experimentOf(demo, variant, seed), settings);
  const traceOf = (variant: string, under: Experiment, line: LineStyle): Trace =>
    newTrace(labelOf(variant), under, demo.variants[variant]?.claims ?? [], line, floors[variant]);

  const open = (variants: readonly string[], settings: Settings) => {
    for (const { run } of shown) run.close();
    const engine = startEngine(backend);
    const lines = lineStylesOf(variants.map((variant) => experimentOf(demo, variant).objective));
    shown = variants.map((variant, i) => {
      const under = experiment(variant, settings);
      const run = engine.open(planOf(demo, under));
      return { variant, run, trace: traceOf(variant, under, lines[i] ?? 'solid'), coming: [] };
    });
    for (const each of shown) {
      if (!visible) each.run.suspend();
      each.run.watch(() => shown.includes(each) && onChange());
      void follow(each);
    }
  };

  /** The loop's body ends when the frame is on the screen: only then does the engine make the next one. */
  const follow = async (each: Shown) => {
    for await (const report of each.run.frames()) {
      if (!shown.includes(each)) return;
      for (const step of report.changes) {
        const to = each.coming.shift() ?? each.trace.label;
        // A slider that is dragged tells one change after another: the last one of a stretch stands for all.
        const { switches } = each.trace;
        while ((switches.at(-1)?.step ?? -Infinity) > step - demo.every) switches.pop();
        switches.push({ step, to });
      }
      extend(each.trace, report.frame);
      onFrame(each.variant, report, each.trace.measurements);
      await draw();
    }
  };

  const draw = (): Promise<void> =>
    (painted ??= new Promise((done) =>
      requestAnimationFrame(() => {
        painted = undefined;
        for (const panel of panelsOf(
          demo,
          shown.map(({ variant }) => variant),
        )) {
          const element = canvas(nameOf(panel));
          const traces = shown.filter(({ variant }) => panel.variants.includes(variant)).map(({ trace }) => trace);
          if (element && traces.some(({ frame }) => frame))
            paint(element, (surface) => drawPanel(surface, panel, traces));
        }
        done();
      }),
    ));

  const restarted = (trace: Trace, variant: string, under: Experiment): Trace =>
    traceOf(variant, under, shown.length > 1 ? trace.line : (lineStylesOf([under.objective])[0] ?? 'solid'));

  return {
    get runs() {
      return shown.map(({ run }) => run);
    },
    get traces() {
      return shown.map(({ trace }) => trace);
    },
    open,
    keep(variant) {
      const others = shown.filter((each) => each.variant !== variant);
      shown = shown.filter((each) => each.variant === variant);
      for (const { run } of others) run.close();
      void draw();
    },
    change(variant) {
      const [only] = shown;
      if (!only) return;
      const under = experiment(variant, {});
      only.variant = variant;
      only.coming.push(labelOf(variant));
      const { objective } = under;
      const line = lineStylesOf([objective])[0] ?? 'solid';
      const { claims = [] } = demo.variants[variant] ?? {};
      Object.assign(only.trace, { label: labelOf(variant), experiment: under, claims, floor: floors[variant], line });
      only.run.change(under);
      void draw();
    },
    set(settings, what) {
      for (const each of shown) {
        each.coming.push(what);
        each.trace.experiment = experiment(each.variant, settings);
        each.run.change(each.trace.experiment);
      }
      void draw();
    },
    play: () => shown.forEach(({ run }) => run.play()),
    pause: () => shown.forEach(({ run }) => run.pause()),
    step: (player) => shown.forEach(({ run }) => run.step(player)),
    reset(settings) {
      for (const each of shown) {
        const under = experiment(each.variant, settings);
        each.trace = restarted(each.trace, each.variant, under);
        each.coming = [];
        each.run.reset(under);
      }
    },
    setVisible(now) {
      visible = now;
      for (const { run } of shown)
        if (now) run.resume();
        else run.suspend();
    },
    draw: () => void draw(),
    words() {
      const panels = panelsOf(
        demo,
        shown.map(({ variant }) => variant),
      );
      return Object.fromEntries(
        panels.map((panel) => [
          nameOf(panel),
          describePanel(
            panel,
            shown.filter(({ variant }) => panel.variants.includes(variant)).map(({ trace }) => trace),
          ),
        ]),
      );
    },
    close() {
      const closing = shown;
      shown = [];
      for (const { run } of closing) run.close();
    },
  };
}
