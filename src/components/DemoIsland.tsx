// A demo's figure, alive: joins state, controls, panels and claims, and fetches the engine when the reader first asks.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Demo } from '../gan/experiment.ts';
import type { Recording } from '../recordings/recording.ts';
import { DemoClaims } from './DemoClaims.tsx';
import { DemoControls } from './DemoControls.tsx';
import { DemoPanels } from './DemoPanels.tsx';
import { DemoStatus } from './DemoStatus.tsx';
import { DemoTable } from './DemoTable.tsx';
import { linkTo, readQuery, type Asked } from './demo-query.ts';
import { contractOf, effectOf, initialState, reduce, together, type DemoEvent, type Effect } from './demo-state.ts';
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

const remarks: Record<Effect, (label: string, step: number) => string | undefined> = {
  select: () => undefined,
  continue: (label, step) =>
    `From step ${step.toLocaleString('en')} it goes on as “${label}”, from the weights as they are.`,
  drop: (label) => `“${label}” goes on alone.`,
  restart: (label) => `Started again: ${label}.`,
};

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
    const { shown, notes } = asked.current;
    if (shown[0] !== demo.initial || shown.length > 1 || notes.length > 0) tell({ is: 'asked', shown, notes });
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
        canvas: (panel) => canvases.current.get(panel),
        onFrame: (variant, { frame }, measurements) =>
          tell({ is: 'frame', variant, frame, measurements: [...measurements] }),
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
      it.open(state.value.shown);
      return it;
    }));

  /** Asks the live half for something; a reader who is offline is told so. */
  const ask = (what: (it: Live) => void) => {
    start().then(what, () => {
      live.current = undefined;
      tell({ is: 'failed', reason: 'The training code could not be loaded. Check the connection and try again.' });
    });
  };

  const choose = (shown: readonly string[]) => {
    const before = state.value;
    const effect = effectOf(before, demo, shown);
    tell({ is: 'chosen', shown, effect });
    const label = shown.map((name) => demo.variants[name]?.label ?? name).join(' and ');
    const remark = remarks[effect](label, before.step);
    if (remark !== undefined) tell({ is: 'said', remark });
    const [only = demo.initial] = shown;
    switch (effect) {
      case 'select':
        return;
      case 'continue':
        return ask((it) => it.change(only));
      case 'drop':
        return ask((it) => it.keep(only));
      case 'restart':
        return ask((it) => {
          it.open(shown);
          if (before.playing) it.play();
        });
    }
  };

  const act = {
    play: () => (tell({ is: 'play' }), ask((it) => it.play())),
    pause: () => (tell({ is: 'pause' }), ask((it) => it.pause())),
    step: () => (tell({ is: 'step' }), ask((it) => it.step())),
    reset: () => (tell({ is: 'reset' }), ask((it) => it.reset())),
    retry: () => {
      tell({ is: 'retry' });
      ask((it) => {
        it.open(state.value.shown);
        it.play();
      });
    },
    choose,
    copyLink: () => {
      const { seed, backend } = asked.current ?? { seed: undefined, backend: undefined };
      const link = new URL(linkTo(page, { shown: state.value.shown, seed, backend }), location.href).href;
      const done = () => tell({ is: 'said', remark: 'The link is copied.' });
      const refused = () => tell({ is: 'said', remark: `The link: ${link}` });
      // Without a secure origin there is no clipboard: the reader copies the link by hand.
      if ('clipboard' in navigator) navigator.clipboard.writeText(link).then(done, refused);
      else refused();
    },
  };

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
