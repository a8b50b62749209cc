// Every demo in content/demos, for the specs; and what a reader does with one.
import { expect, type Locator, type Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import type { Demo } from '../../src/vocabulary/demo.ts';

const folder = new URL('../../content/demos/', import.meta.url);

/** The demos by id (the file's name). */
export async function allDemos(): Promise<[string, Demo][]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  return Promise.all(
    files.map(async (file): Promise<[string, Demo]> => {
      const { default: demo } = (await import(new URL(file, folder).pathname)) as { default: Demo };
      return [file.replace(/\.ts$/, ''), demo];
    }),
  );
}

/** Opens a demo's own page and returns its root element. */
export async function openDemo(page: Page, id: string, query: Record<string, string> = {}): Promise<Locator> {
  await page.goto(`/demos/${id}/?${new URLSearchParams(query)}`);
  const demo = page.locator(`[data-demo="${id}"]`);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  return demo;
}

/** The final states of a demo, in which its claims are decided. */
const decided = ['holds', 'broken', 'failed'];

/** Waits until a demo's claims are decided. There is no time limit as long as its step moves: patience is counted in stalled seconds. */
export async function untilDecided(demo: Locator, patience = 90): Promise<string> {
  let seen = '';
  let stalled = 0;
  for (;;) {
    const state = (await demo.getAttribute('data-state')) ?? 'missing';
    if (decided.includes(state)) return state;
    const now = `${state} ${await demo.getAttribute('data-step')} ${await demo.getByRole('status').allInnerTexts()}`;
    stalled = now === seen ? stalled + 1 : 0;
    if (stalled > patience) throw new Error(`The demo stands still: ${now}`);
    seen = now;
    await demo.page().waitForTimeout(1000);
  }
}
