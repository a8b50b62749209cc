// The live half of a demo: its runs on the page's engine, what has been seen of them, and their drawing. Fetched when a reader first asks.
import { startEngine, type Backend, type FrameReport, type Run } from '../engine/client.ts';
import { experimentOf, metricsOf } from '../gan/claims.ts';
import type { Demo } from '../gan/experiment.ts';
import type { Measurement } from '../gan/frame.ts';
import { describe } from '../plots/describe.ts';
import { nameOf, panelsOf } from '../plots/panels.ts';
import { extend, linesOf, newTrace, type Trace } from '../plots/trace.ts';
import { drawPanel } from '../plots/views.ts';
import { paint } from './paint.ts';

interface Shown {
  variant: string;
  run: Run;
  trace: Trace;
  /** Variants that took over in place and whose first step has not come yet. */
  coming: string[];
}

export interface LiveOptions {
  demo: Demo;
  seed: number | undefined;
  backend: Backend | undefined;
  /** The canvas of a panel by the panel's name, if it is on the page. */
  canvas: (panel: string) => HTMLCanvasElement | undefined;
  onFrame: (variant: string, report: FrameReport, measurements: readonly Measurement[]) => void;
  /** Some run's state, failure, refusal or engine has changed. */
  onChange: () => void;
}

export interface Live {
  readonly runs: readonly Run[];
  readonly traces: readonly Trace[];
  /** Opens runs of these variants from the start, and closes all others. */
  open(variants: readonly string[]): void;
  /** Closes all runs but one. */
  keep(variant: string): void;
  /** The one run goes on from its weights as another variant. */
  change(variant: string): void;
  play(): void;
  pause(): void;
  step(): void;
  /** Every run back to its own variant's start. */
  reset(): void;
  setVisible(visible: boolean): void;
  /** Draws all panels at the next animation frame. */
  draw(): void;
  /** What each panel shows, in words, by its name. */
  words(): Record<string, string>;
  close(): void;
}

export function createLive({ demo, seed, backend, canvas, onFrame, onChange }: LiveOptions): Live {
  let shown: Shown[] = [];
  let visible = true;
  let painted: Promise<void> | undefined;

  const open = (variants: readonly string[]) => {
    for (const { run } of shown) run.close();
    const engine = startEngine(backend);
    const lines = linesOf(variants.map((variant) => experimentOf(demo, variant).objective));
    shown = variants.map((variant, i) => {
      const experiment = experimentOf(demo, variant, seed);
      const run = engine.open({ experiment, metrics: metricsOf(demo), every: demo.every, length: demo.length });
      const label = demo.variants[variant]?.label ?? variant;
      return { variant, run, trace: newTrace(label, experiment.objective, lines[i] ?? 'solid'), coming: [] };
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
        const label = demo.variants[each.coming.shift() ?? each.variant]?.label ?? '';
        each.trace.switches.push({ step, to: label });
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
          const surface = canvas(nameOf(panel));
          const traces = shown.filter(({ variant }) => panel.variants.includes(variant)).map(({ trace }) => trace);
          if (surface && traces.some(({ frame }) => frame))
            paint(surface, (pen, size, theme) => drawPanel(pen, panel, traces, size, theme));
        }
        done();
      }),
    ));

  const restarted = (trace: Trace, variant: string): Trace => {
    const { objective } = experimentOf(demo, variant);
    return newTrace(
      demo.variants[variant]?.label ?? variant,
      objective,
      shown.length > 1 ? trace.line : (linesOf([objective])[0] ?? 'solid'),
    );
  };

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
      const experiment = experimentOf(demo, variant, seed);
      only.variant = variant;
      only.coming.push(variant);
      only.trace.label = demo.variants[variant]?.label ?? variant;
      only.trace.objective = experiment.objective;
      only.trace.line = linesOf([experiment.objective])[0] ?? 'solid';
      only.run.change(experiment);
      void draw();
    },
    play: () => shown.forEach(({ run }) => run.play()),
    pause: () => shown.forEach(({ run }) => run.pause()),
    step: () => shown.forEach(({ run }) => run.step()),
    reset() {
      for (const each of shown) {
        each.trace = restarted(each.trace, each.variant);
        each.coming = [];
        each.run.reset(experimentOf(demo, each.variant, seed));
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
          describe(
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
