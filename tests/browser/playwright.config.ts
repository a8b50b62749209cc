// Browser tests run on the production build in dist/, served as a reader would get it.
import { defineConfig } from '@playwright/test';

const port = 4399;
const quiet = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];
/**
 * WebGL drawn in software, the same on every machine. The page itself is put together without it: pages composited through software WebGL take
 * the processors from the training, which is then seven times slower.
 */
const software = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
  '--disable-gpu-rasterization',
  '--disable-accelerated-2d-canvas',
];
const executablePath = process.env['SADDLEPOINT_BROWSER'];

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Trainings are watched by their steps (see untilDecided), not by the clock: this is only the last resort.
  timeout: 30 * 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    launchOptions: { args: [...quiet, ...software], ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: `astro preview --port ${port}`,
    cwd: '../..',
    url: `http://localhost:${port}/en/`,
    reuseExistingServer: false,
  },
  projects: [
    { name: 'pages', testIgnore: ['claims.spec.ts', 'kernels*.spec.ts', 'replay.spec.ts'], grepInvert: /@alone/ },
    { name: 'cpu', testMatch: ['claims.spec.ts', 'kernelsCpu.spec.ts'] },
    { name: 'webgl', testMatch: ['claims.spec.ts', 'kernels.spec.ts', 'replay.spec.ts'], grepInvert: /@cpu/ },
    // Measurements of time, and faults of WebGL: nothing else may run beside them.
    { name: 'alone', testIgnore: ['claims.spec.ts', 'kernels*.spec.ts', 'replay.spec.ts'], grep: /@alone/ },
  ],
});
