// The figure's panels: pictures of the recorded run until the live run's canvases take their place, in boxes of one size.
import { certain } from '../certain.ts';
import { viewFacts } from '../vocabulary/views.ts';
import type { Demo } from '../vocabulary/demo.ts';
import { nameOf, panelsOf, sizes, widths, type Panel, type Shape } from '../plots/panels.ts';
import { fileOf, tones, type Recording } from '../recordings/recording.ts';
import type { DemoState } from './state.ts';

interface Props {
  id: string;
  demo: Demo;
  state: DemoState;
  recording: Recording;
  page: string;
  words: Record<string, string>;
  canvases: Map<string, HTMLCanvasElement>;
}

export function DemoPanels({ id, demo, state, recording, page, words, canvases }: Props) {
  const plane = state.shown.length === 1 && panelsOf(demo, state.shown)[0]?.shape === 'tall';
  return (
    <div class={`demo-panels${plane ? ' demo-panels-beside' : ''}`}>
      {panelsOf(demo, state.shown).map((panel) => {
        const name = nameOf(panel);
        return (
          <div key={name} class={`demo-panel demo-panel-${panel.shape}`} style={aspects(panel.shape)}>
            {!state.seen && <Pictures panel={panel} recording={recording} page={page} />}
            {state.phase !== 'idle' && (
              <LiveCanvas
                panel={panel}
                id={`${id}-${name}`}
                words={words[name]}
                hidden={!state.seen}
                keep={(canvas) => (canvas ? canvases.set(name, canvas) : canvases.delete(name))}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** A panel's shape at each width, for the styles to choose from. */
export const aspects = (shape: Shape): string =>
  widths.map((width) => `--${width}: ${sizes[shape][width].width} / ${sizes[shape][width].height}`).join('; ');

/** The recorded picture in both tones and all shapes; styles show the one that fits theme and room. Those not shown are never fetched. */
export function Pictures({ panel, recording: { key, pictures }, page }: PicturesProps) {
  const name = nameOf(panel);
  const alt = `${viewFacts[panel.view].title}. ${certain(pictures[name], `what "${name}" shows`)}`;
  return (
    <>
      {tones.map((tone) => (
        <span key={tone} class={`demo-${tone}`}>
          {widths.map((width) => (
            <img
              key={width}
              class={`demo-${width}`}
              src={`${page}${fileOf(name, width, tone)}.webp?v=${key}`}
              alt={alt}
              {...sizes[panel.shape][width]}
              loading="lazy"
              decoding="async"
            />
          ))}
        </span>
      ))}
    </>
  );
}

interface PicturesProps {
  panel: Panel;
  recording: Recording;
  page: string;
}

interface CanvasProps {
  panel: Panel;
  id: string;
  words: string | undefined;
  hidden: boolean;
  keep: (canvas: HTMLCanvasElement | null) => void;
}

function LiveCanvas({ panel, id, words, hidden, keep }: CanvasProps) {
  return (
    <>
      <canvas
        ref={keep}
        role="img"
        aria-label={viewFacts[panel.view].title}
        aria-describedby={id}
        aria-hidden={hidden}
      />
      <p id={id} class="visually-hidden" aria-live="off">
        {words ?? 'Nothing has been drawn yet.'}
      </p>
    </>
  );
}
