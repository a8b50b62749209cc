// The live half of a demo: its runs on the page's engine, what has been seen of them, and their drawing. Fetched when a reader first asks.
import { startEngine } from '../engine/page/client.ts';
import type { Run } from '../engine/page/run.ts';
import type { Move } from '../engine/protocol.ts';
import type { Backend } from '../vocabulary/backend.ts';
import { certain } from '../certain.ts';
import type { Demo } from '../vocabulary/demo.ts';
import type { Experiment } from '../vocabulary/experiment.ts';
import type { Frame } from '../vocabulary/frame.ts';
import { withSettings, type Settings } from '../vocabulary/sliders.ts';
import { experimentOf, planOf, variantOf } from '../vocabulary/variants.ts';
import type { LineStyle } from '../plots/drawing/curve.ts';
import { nameOf, panelsOf, type Panel } from '../plots/panels.ts';
import { extend, lineOf, lineStylesOf, newTrace, type Trace } from '../plots/trace.ts';
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
  /** By variant: what is known of it from its recorded run. */
  recorded: Readonly<Record<string, Pick<Trace, 'floor'>>>;
  /** The canvas of a panel by the panel's name, if it is on the page. */
  canvas: (panel: string) => HTMLCanvasElement | undefined;
  onFrame: (variant: string, frame: Frame, trace: Trace) => void;
  /** Some run's state, failure, refusal or engine has changed. */
  onChange: () => void;
}

export interface Live {
  readonly runs: readonly Run[];
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
  step(move: Move): void;
  /** Every run back to its own variant's start, under these settings. */
  reset(settings: Settings): void;
  setVisible(visible: boolean): void;
  /** Draws all panels at the next animation frame. */
  draw(): void;
  /** What each panel shows, in words, by its name. */
  words(): Record<string, string>;
  close(): void;
}

export function createLive({ demo, seed, backend, recorded, canvas, onFrame, onChange }: LiveOptions): Live {
  let shown: Shown[] = [];
  let visible = true;
  let painted: Promise<void> | undefined;

  const names = () => shown.map(({ variant }) => variant);
  const panels = () => panelsOf(demo, names());
  const tracesOf = (panel: Panel): Trace[] =>
    shown.filter(({ variant }) => panel.variants.includes(variant)).map(({ trace }) => trace);
  const experiment = (variant: string, settings: Settings) => withSettings(experimentOf(demo, variant, seed), settings);
  const traceOf = (variant: string, under: Experiment, line: LineStyle): Trace =>
    newTrace(variantOf(demo, variant).label, under, variantOf(demo, variant).claims, line, recorded[variant]?.floor);

  const open = (variants: readonly string[], settings: Settings) => {
    for (const { run } of shown) run.close();
    const engine = startEngine(backend);
    const lines = lineStylesOf(variants.map((variant) => experimentOf(demo, variant).objective));
    shown = variants.map((variant, i) => {
      const under = experiment(variant, settings);
      const run = engine.open(planOf(demo, under));
      return { variant, run, trace: traceOf(variant, under, certain(lines[i], 'the line of a shown run')), coming: [] };
    });
    for (const each of shown) {
      each.run.setVisible(visible);
      each.run.watch(() => shown.includes(each) && onChange());
      void follow(each);
    }
  };

  /** The loop's body ends when the frame is on the screen: only then does the engine make the next one. */
  const follow = async (each: Shown) => {
    for await (const report of each.run.frames()) {
      if (!shown.includes(each)) return;
      for (const step of report.changes) {
        // There may be more names than changes where an engine died between two of them; should one be missing, the label says what goes on.
        const to = each.coming.shift() ?? each.trace.label;
        // A slider that is dragged tells one change after another: the last one of a stretch stands for all.
        const { switches } = each.trace;
        while ((switches.at(-1)?.step ?? -Infinity) > step - demo.every) switches.pop();
        switches.push({ step, to });
      }
      extend(each.trace, report.frame);
      onFrame(each.variant, report.frame, each.trace);
      await draw();
    }
  };

  const draw = (): Promise<void> =>
    (painted ??= new Promise((done) =>
      requestAnimationFrame(() => {
        painted = undefined;
        for (const panel of panels()) {
          const element = canvas(nameOf(panel));
          const traces = tracesOf(panel);
          if (element && traces.some(({ frame }) => frame))
            paint(element, (surface) => drawPanel(surface, panel, traces));
        }
        done();
      }),
    ));

  return {
    get runs() {
      return shown.map(({ run }) => run);
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
      only.coming.push(variantOf(demo, variant).label);
      const { frame, losses, measurements, switches } = only.trace;
      only.trace = { ...traceOf(variant, under, lineOf(under.objective)), frame, losses, measurements, switches };
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
    step: (move) => shown.forEach(({ run }) => run.step(move)),
    reset(settings) {
      for (const each of shown) {
        const under = experiment(each.variant, settings);
        const line = shown.length > 1 ? each.trace.line : lineOf(under.objective);
        each.trace = traceOf(each.variant, under, line);
        each.coming = [];
        each.run.reset(under);
      }
    },
    setVisible(now) {
      visible = now;
      for (const { run } of shown) run.setVisible(now);
    },
    draw: () => void draw(),
    words: () => Object.fromEntries(panels().map((panel) => [nameOf(panel), describePanel(panel, tracesOf(panel))])),
    close() {
      const closing = shown;
      shown = [];
      for (const { run } of closing) run.close();
    },
  };
}
