// From press to claim: opens every demo's own page of the built site, presses Train, and waits until its claims are decided.
import { spawn, type ChildProcess } from 'node:child_process';
import type { Browser } from '@playwright/test';
import type { Backend } from '../vocabulary/backend.ts';

export interface Waited {
  readonly demo: string;
  readonly backend: Backend;
  /** `holds`, `broken` or `failed`; one a time that it was tried, and how many seconds that took. */
  readonly states: readonly string[];
  readonly seconds: readonly number[];
  /** The step that the page showed when the claims were decided, and the frames that it had drawn, the last time. */
  readonly steps: number;
  readonly frames: number;
}

const PORT = 4397;
const HOME = `http://localhost:${PORT}`;
/** Milliseconds after which the server should be up. */
const PATIENCE = 60_000;

/** Waits for each demo in turn, one page at a time. @throws Error if the site is not built */
export async function waitForClaims(
  browser: Browser,
  demos: readonly string[],
  on: readonly Backend[],
  tries: number,
  tell: (waited: Waited) => void,
): Promise<void> {
  const server = await serve();
  try {
    for (const demo of demos) {
      for (const backend of on) {
        const all = [];
        for (let i = 0; i < tries; i++) all.push(await pressAndWait(browser, demo, backend));
        const last = all.at(-1);
        const states = all.map(({ state }) => state);
        const seconds = all.map(({ seconds }) => seconds);
        tell({ demo, backend, states, seconds, steps: last?.steps ?? 0, frames: last?.frames ?? 0 });
      }
    }
  } finally {
    server.kill();
  }
}

async function serve(): Promise<ChildProcess> {
  const server = spawn('astro', ['preview', '--port', String(PORT)], { stdio: 'ignore' });
  const begun = performance.now();
  while (performance.now() - begun < PATIENCE && server.exitCode === null) {
    const up = await fetch(`${HOME}/en/`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return server;
    await new Promise((resume) => setTimeout(resume, 200));
  }
  server.kill();
  throw new Error('The site could not be served: `npm run build` comes first, and the port 4397 must be free.');
}

interface Decided {
  readonly state: string;
  readonly seconds: number;
  readonly steps: number;
  readonly frames: number;
}

async function pressAndWait(browser: Browser, demo: string, backend: string): Promise<Decided> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(0);
  await page.goto(`${HOME}/demos/${demo}/?backend=${backend}`);
  const root = page.locator(`[data-demo="${demo}"]`);
  await root.locator('button:enabled', { hasText: 'Train' }).waitFor();
  const decided = await root.evaluate(
    (element: HTMLElement) =>
      new Promise<Decided>((resolve) => {
        const button = [...element.querySelectorAll('button')].find((each) => each.textContent.includes('Train'));
        const pressed = performance.now();
        const shown = new Set<string>();
        const look = () => {
          const { state = '', step = '' } = element.dataset;
          shown.add(step);
          if (!['holds', 'broken', 'failed'].includes(state)) return;
          watch.disconnect();
          const seconds = (performance.now() - pressed) / 1000;
          resolve({ state, seconds, steps: Number(step), frames: shown.size });
        };
        const watch = new MutationObserver(look);
        watch.observe(element, { attributes: true, attributeFilter: ['data-state', 'data-step'] });
        button?.click();
      }),
  );
  await page.close();
  return decided;
}
