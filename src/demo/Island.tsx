// A demo's figure, alive: joins state, controls, panels and claims, and fetches the engine when the reader first asks.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Demo } from '../vocabulary/demo.ts';
import type { Recording } from '../recordings/recording.ts';
import { DemoClaims } from './Claims.tsx';
import { DemoControls } from './Controls.tsx';
import { DemoPanels } from './Panels.tsx';
import { DemoSliders } from './Sliders.tsx';
import { DemoStatus } from './Status.tsx';
import { DemoTable } from './Table.tsx';
import { actionsOf } from './actions.ts';
import { readQuery, type Asked } from './address.ts';
import { contractOf, initialState, isMoved, reduce, together, type DemoEvent } from './state.ts';
import type { Live } from './live.ts';
import { watchLook, watchSight } from './watch.ts';

export interface DemoProps {
  id: string;
  demo: Demo;
  recording: Recording;
  /** The address of the demo's own page, and of its pictures. */
  page: string;
  /** Whether this is the demo's own page. */
  alone: boolean;
}

/** How often the words for the panels follow the run, in milliseconds. */
const wordsEvery = 1000;

export default function DemoIsland({ id, demo, recording, page, alone }: DemoProps) {
  const root = useRef<HTMLDivElement>(null);
  const canvases = useRef(new Map<string, HTMLCanvasElement>());
  const live = useRef<Promise<Live> | undefined>(undefined);
  const asked = useRef<Asked | undefined>(undefined);
  const ready = useSignal(false);
  const words = useSignal<Record<string, string>>({});
  const state = useSignal(initialState(demo));
  const tell = (event: DemoEvent) => (state.value = reduce(state.value, event));

  useEffect(() => {
    const first = document.querySelector('[data-demo]') === root.current;
    asked.current = readQuery(location.search, demo, { id, alone, first });
    const { shown, settings, notes } = asked.current;
    const usual = shown[0] === demo.initial && shown.length === 1 && !isMoved(settings);
    if (!usual || notes.length > 0) tell({ is: 'asked', shown, settings, notes });
    ready.value = true;
    return () => void live.current?.then((it) => it.close());
  }, []);

  useEffect(
    () =>
      watchSight(root.current, (visible) => {
        tell({ is: 'sight', visible });
        void live.current?.then((it) => it.setVisible(visible));
      }),
    [],
  );

  useEffect(() => watchLook(root.current, () => void live.current?.then((it) => it.draw())), []);

  useEffect(() => {
    const timer = setInterval(() => {
      if (state.value.seen && !state.value.outOfSight) void live.current?.then((it) => (words.value = it.words()));
    }, wordsEvery);
    return () => clearInterval(timer);
  }, []);

  // A choice brings new canvases: they are blank until something is drawn.
  useEffect(() => void live.current?.then((it) => it.draw()), [state.value.shown, state.value.seen]);

  /** Fetches the engine and the drawing, and opens the runs; later calls give the same. */
  const start = (): Promise<Live> =>
    (live.current ??= import('./live.ts').then(({ createLive }) => {
      const it = createLive({
        demo,
        seed: asked.current?.seed,
        backend: asked.current?.backend,
        recorded: recording.variants,
        canvas: (panel) => canvases.current.get(panel),
        onFrame: (variant, frame, trace) => tell({ is: 'frame', variant, frame, trace }),
        onChange: () => {
          const { runs } = it;
          const { failure, engine, refusal } = runs.find((run) => run.failure ?? run.refusal) ?? runs[0] ?? {};
          tell({
            is: 'runs',
            phase: together(runs.map((run) => run.state)),
            failure,
            engine,
            note: refusal ?? engine?.note,
          });
        },
      });
      it.setVisible(!state.value.outOfSight);
      it.open(state.value.shown, state.value.settings);
      return it;
    }));

  /** Asks the live half for something; a reader who is offline is told so. */
  const ask = (what: (it: Live) => void) => {
    start().then(what, () => {
      live.current = undefined;
      tell({ is: 'failed', reason: 'The training code could not be loaded. Check the connection and try again.' });
    });
  };

  const act = actionsOf({ demo, page, state: () => state.value, asked: () => asked.current, tell, ask });

  const now = state.value;
  return (
    <div
      ref={root}
      class="demo"
      data-demo={id}
      data-state={contractOf(now, demo)}
      data-variant={now.shown.join(' ')}
      data-step={now.step}
      data-backend={now.engine?.backend}
      data-renderer={now.engine?.renderer}
    >
      <p class="demo-title">{demo.title}</p>
      <DemoControls demo={demo} state={now} ready={ready.value} act={act} />
      <DemoSliders demo={demo} state={now} ready={ready.value} act={act} />
      <DemoStatus
        id={id}
        demo={demo}
        state={now}
        seed={asked.current?.seed ?? demo.experiment.seed}
        recording={recording}
      />
      <DemoPanels
        id={id}
        demo={demo}
        state={now}
        recording={recording}
        page={page}
        words={words.value}
        canvases={canvases.current}
      />
      <DemoClaims demo={demo} state={now} recording={recording} />
      <DemoTable demo={demo} state={now} />
    </div>
  );
}
