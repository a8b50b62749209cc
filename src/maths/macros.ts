// The semantic macros: what authors write, KaTeX shows, the checker reads, and a copied formula spells out.

interface Macro {
  /** How many brace arguments it takes. */
  readonly takes: number;
  /** What KaTeX draws. */
  readonly shows: string;
  /** What a copied formula says instead; the same as `shows` where it is left out. */
  readonly copies?: string;
}

/** Real data is blue and generated data vermilion in formulas too: the classes are coloured in maths.css. */
const real = (tex: string) => `\\htmlClass{real}{${tex}}`;
const generated = (tex: string) => `\\htmlClass{generated}{${tex}}`;

const macros: Readonly<Record<string, Macro>> = {
  '\\real': { takes: 1, shows: real('#1'), copies: '#1' },
  '\\generated': { takes: 1, shows: generated('#1'), copies: '#1' },
  '\\p': { takes: 0, shows: real('p'), copies: 'p' },
  '\\q': { takes: 0, shows: generated('q'), copies: 'q' },
  '\\pz': { takes: 0, shows: 'p_z' },
  '\\Dopt': { takes: 0, shows: 'D^{\\star}' },
  '\\softplus': { takes: 0, shows: '\\operatorname{sp}' },
  '\\E': { takes: 2, shows: '\\mathbb{E}_{#1}\\!\\left[#2\\right]' },
  '\\KL': { takes: 2, shows: '\\mathrm{KL}\\!\\left(#1\\,\\middle\\|\\,#2\\right)' },
  '\\JSD': { takes: 2, shows: '\\mathrm{JSD}\\!\\left(#1\\,\\middle\\|\\,#2\\right)' },
  '\\TV': { takes: 2, shows: '\\mathrm{TV}\\!\\left(#1,\\,#2\\right)' },
  '\\Ent': { takes: 1, shows: 'H\\!\\left(#1\\right)' },
  '\\CE': { takes: 2, shows: 'H\\!\\left(#1,\\,#2\\right)' },
  '\\grad': { takes: 2, shows: '\\nabla_{#1}\\,#2' },
  '\\at': { takes: 2, shows: '\\left.#1\\right|_{#2}' },
  '\\argmax': { takes: 2, shows: '\\operatorname*{arg\\,max}_{#1}\\,#2' },
  '\\argmin': { takes: 2, shows: '\\operatorname*{arg\\,min}_{#1}\\,#2' },
  '\\maxover': { takes: 2, shows: '\\max_{#1}\\,#2' },
  '\\minover': { takes: 2, shows: '\\min_{#1}\\,#2' },
  '\\diff': { takes: 1, shows: '\\,\\mathrm{d}#1' },
};

/** The macros as KaTeX wants them. A new object each time: KaTeX writes into it. */
export function katexMacros(): Record<string, string> {
  return Object.fromEntries(Object.entries(macros).map(([name, macro]) => [name, macro.shows]));
}

/** The brace argument that starts at or after `from`, without its braces, and where the text goes on. */
function argument(tex: string, from: number): { text: string; end: number } {
  let start = from;
  while (/\s/.test(tex.charAt(start))) start += 1;
  if (tex.charAt(start) !== '{') {
    // At the end of the TeX there is nothing to take; KaTeX refuses such a formula before anyone copies it.
    const token = /^(?:\\[a-zA-Z]+|\\.|.)/s.exec(tex.slice(start))?.[0] ?? '';
    return { text: token, end: start + token.length };
  }
  let depth = 0;
  for (let i = start; i < tex.length; i += 1) {
    const mark = tex.charAt(i);
    if (mark === '\\') i += 1;
    else if (mark === '{') depth += 1;
    else if (mark === '}') {
      depth -= 1;
      if (depth === 0) return { text: tex.slice(start + 1, i), end: i + 1 };
    }
  }
  return { text: tex.slice(start + 1), end: tex.length };
}

/** The same formula in plain LaTeX, for copying: our macros written out, colours and labels dropped. */
export function plainTex(tex: string): string {
  let plain = '';
  let i = 0;
  // A letter that follows a command must not be glued to it.
  const append = (text: string) => {
    plain += /\\[a-zA-Z]+$/.test(plain) && /^[a-zA-Z]/.test(text) ? ` ${text}` : text;
  };
  while (i < tex.length) {
    const command = /^\\(?:[a-zA-Z]+|.)/s.exec(tex.slice(i))?.[0];
    if (command === undefined) {
      append(tex.charAt(i));
      i += 1;
      continue;
    }
    i += command.length;
    const macro = macros[command];
    if (macro === undefined) {
      append(command);
      continue;
    }
    let written = macro.copies ?? macro.shows;
    for (let n = 1; n <= macro.takes; n += 1) {
      const { text, end } = argument(tex, i);
      i = end;
      written = written.split(`#${n}`).join(plainTex(text));
    }
    append(written);
  }
  return plain.trim();
}
