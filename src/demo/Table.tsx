// The measurements behind the curves, as a table that a screen reader or a curious reader can open.
import { useSignal } from '@preact/signals';
import type { Demo } from '../vocabulary/demo.ts';
import { metricsOf } from '../vocabulary/variants.ts';
import { certain } from '../certain.ts';
import { whole, briefText } from '../writing/numbers.ts';
import type { DemoState } from './state.ts';
import { factsOfMetric } from '../vocabulary/metrics.ts';

const shown = (value: number | undefined): string => (value === undefined ? '–' : briefText(value));

/** More rows than this are thinned out evenly; the last one stays. */
const most = 100;

export function DemoTable({ demo, state }: { demo: Demo; state: DemoState }) {
  const open = useSignal(false);
  const metrics = metricsOf(demo);
  return (
    <details class="demo-data needs-script" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>Measurements as a table</summary>
      {open.value &&
        state.shown.map((variant) => {
          const { label } = certain(demo.variants[variant], `the variant ${variant}`);
          // Nothing is there before the run's first frame.
          const all = state.traces[variant]?.measurements ?? [];
          const stride = Math.ceil(all.length / most) || 1;
          const rows = all.filter((_, i) => i % stride === 0 || i === all.length - 1);
          return (
            <div key={variant} class="demo-scroll" tabIndex={0} role="region" aria-label={`Measurements, ${label}`}>
              <table>
                <caption>{stride > 1 ? `${label}: every ${stride * demo.every} steps` : label}</caption>
                <thead>
                  <tr>
                    <th scope="col">step</th>
                    {metrics.map((metric) => (
                      <th key={metric} scope="col">
                        {factsOfMetric(metric).label}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ step, values }) => (
                    <tr key={step}>
                      <th scope="row">{whole(step)}</th>
                      {metrics.map((metric) => (
                        <td key={metric}>{shown(values[metric])}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          );
        })}
    </details>
  );
}
