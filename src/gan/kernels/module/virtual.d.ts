// What module/plugin.ts makes: the compiled SIMD kernels in base 64.
declare module 'virtual:simd-kernels' {
  const text: string;
  export default text;
}
