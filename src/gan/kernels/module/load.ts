// Loads the SIMD kernels: compiled into the bundle, or compiled at first need where plain Node runs the source.
import type { Module } from '../cpu/simd.ts';

/** 64 KiB each. */
const PAGES = 512;

/** The module with its memory, or why there is none: no WebAssembly or SIMD, a policy that forbids it, too little memory. */
export type Loaded = { readonly module: Module; readonly memory: WebAssembly.Memory } | { readonly missing: string };

/** @throws Error if the kernels' text does not compile, which is a fault of ours and not of the machine */
export async function loadModule(pages = PAGES): Promise<Loaded> {
  const binary = await bytes();
  try {
    // As large as it may ever be: growing would detach every array over it.
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const { instance } = await WebAssembly.instantiate(binary, { env: { memory } });
    return { module: instance.exports as unknown as Module, memory };
  } catch (fault) {
    return { missing: fault instanceof Error ? fault.message : String(fault) };
  }
}

async function bytes(): Promise<Uint8Array<ArrayBuffer>> {
  // Only a bundler knows the virtual module; it also sets import.meta.env, which Node does not have.
  if ((import.meta as { env?: unknown }).env === undefined) {
    const compiler = './compile.ts';
    const { compiled } = (await import(/* @vite-ignore */ compiler)) as typeof import('./compile.ts');
    return new Uint8Array(await compiled());
  }
  const { default: text } = await import('virtual:simd-kernels');
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
