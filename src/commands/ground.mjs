// Prepares a fresh machine: installs the packages and, for the tests, a browser. Runs under the Node that the machine has (20 or later).
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const at = (...path) => join(root, ...path);

/** The environment in which the project's own Node and tools come first. */
export const environment = {
  ...process.env,
  PATH: `${at('node_modules', '.bin')}${delimiter}${process.env.PATH}`,
  ASTRO_TELEMETRY_DISABLED: '1',
};

/**
 * Runs a command, showing its output, with a sign of life twice a minute if it is known to be long.
 * Ends it with this process, so that no server is left behind.
 * @returns its exit status: 1 if it was ended by a signal or could not be started
 */
export async function run(command, args, { long = false, ...extra } = {}) {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: environment, ...extra });
  const started = Date.now();
  const life = setInterval(() => {
    if (long) console.log(`  … ${command} is at work, ${Math.round((Date.now() - started) / 1000)} s`);
  }, 30_000);
  const end = () => {
    child.kill();
    process.exit(143);
  };
  process.on('SIGTERM', end);
  try {
    return await new Promise((resolve) => {
      child.on('close', (status) => resolve(status ?? 1));
      child.on('error', ({ message }) => {
        console.error(message);
        resolve(1);
      });
    });
  } finally {
    clearInterval(life);
    process.off('SIGTERM', end);
  }
}

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore', env: environment }).status === 0;

/** Installs the packages of the lockfile, unless exactly those are installed. */
export async function installPackages() {
  const lockfile = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex');
  const mark = at('node_modules', '.lockfile.sha256');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lockfile) return;
  console.log('Installing the packages that package-lock.json names, for the first time a minute or two ...');
  // Not `npm ci`: it refuses a lockfile that lacks the binaries of some other platform, even though this machine never needs them.
  // Errors alone: an older Node is warned of for each package, though the Node that will run them is among the packages.
  const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const installed = await run('npm', ['install', ...options], { long: true });
  if (installed !== 0) throw new Error('npm install failed: its own words are above.');
  const version = spawnSync(at('node_modules', '.bin', 'node'), ['--version'], { encoding: 'utf8' }).stdout?.trim();
  if (!version)
    throw new Error('The package `node` brought no Node: allow its install script and run `npm rebuild node`.');
  console.log(`Node ${version} is in node_modules; this machine has ${process.version}.`);
  writeFileSync(mark, lockfile);
}

const systems = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Finds a Chromium for the browser tests, installing one if need be: Playwright's own, else the system's, else Debian's package.
 * @returns the path of its executable.
 */
export async function findBrowser() {
  if (process.env.SADDLEPOINT_BROWSER) return process.env.SADDLEPOINT_BROWSER;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  console.log("Installing Playwright's own Chromium ...");
  const fetched = await run('playwright', ['install', 'chromium'], { timeout: 300_000 });
  if (fetched === 0 && existsSync(own)) return own;
  const system = systems.find((path) => existsSync(path) && works(path, ['--version']));
  if (system) {
    console.log(`Playwright's own browser cannot be had here: using ${system}.`);
    return system;
  }
  console.log("Playwright's own browser cannot be had here: installing the system's package ...");
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...args];
    return run(command, rest, { env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  await apt('update');
  if ((await apt('install', '-y', 'chromium')) === 0 && existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  throw new Error(
    'No browser for the tests: install Chromium and set SADDLEPOINT_BROWSER to the path of its executable.',
  );
}
