// A BibTeX text as entries with the line of each; where it is malformed, the true fault, and no other that only follows from it.
import { parse, type Entry } from '@retorquere/bibtex-parser';
import type { Fault } from './fault.ts';

/** An entry as the parser gives it, with the text that it was read from. */
interface FoundEntry {
  readonly key: string;
  readonly line: number;
  /** The entry as it stands in the file. */
  readonly bibtex: string;
  readonly fields: Entry['fields'];
}

const form =
  'Allowed: @kind{key, field = {value}, …}, with a comma behind each field and a closing brace for each opening one.';

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length;

/** One complaint of the parser about `input`, in words that say what stands where. */
function complaint(error: string, input: string, text: string): { line: number; message: string } {
  const start = lineAt(text, text.indexOf(input));
  const line = Number(/ at line (\d+)/.exec(error)?.[1] ?? start);
  const entry = /^@\w+\s*\{\s*([^,\s]+)/.exec(input)?.[1] ?? 'without a key';
  const found = /, found "([^"\\]*)/.exec(error)?.[1];
  if (/Runaway|Unterminated/.test(error) || found?.startsWith('@') === true || found === '') {
    const what = error.startsWith('Unterminated') ? `a quote in the entry ${entry}` : `the entry ${entry}`;
    return { line: start, message: `found ${what} that is not closed before line ${line}` };
  }
  // The parser shows twenty characters; the line that it names says more.
  if (found !== undefined)
    return {
      line,
      message: `found "${text.split('\n')[line - 1]?.trim() ?? found}" where a comma or the end of the entry ${entry} should stand`,
    };
  const field = /^(\w+) = value expected/.exec(error)?.[1];
  if (field !== undefined) return { line, message: `found the field ${field} without = in the entry ${entry}` };
  const macro = /^unhandled macro (.+)$/.exec(error)?.[1];
  return { line, message: macro === undefined ? `found no BibTeX: ${error}` : `found the unknown command ${macro}` };
}

/** All entries of a text, in order; what is malformed becomes a fault and is left out. */
export function entriesOf(text: string, file: string, faults: Fault[]): FoundEntry[] {
  const library = parse(text, { sentenceCase: false });
  // An error of the parser that names no text is told of the whole file, at its first line.
  for (const { error, input = '' } of library.errors)
    faults.push({ file, ...complaint(error, input, text), hint: form });
  const entries: FoundEntry[] = [];
  const seen = new Map<string, number>();
  let from = 0;
  let between = '';
  for (const { key, fields, input } of library.entries) {
    // An entry that could not be read to its end is given without its text.
    if (input === '') continue;
    const at = text.indexOf(input, from);
    between += text.slice(from, at);
    from = at + input.length;
    const line = lineAt(text, at);
    const before = seen.get(key);
    if (key === '' || key.includes('=')) {
      faults.push({ file, line, message: 'found an entry without a key', hint: form });
      continue;
    }
    if (before !== undefined) faults.push({ file, line, message: `the key ${key} stands already in line ${before}` });
    else seen.set(key, line);
    entries.push({ key, line, bibtex: input, fields });
  }
  const stray = /^\s*([^\s%@][^\n]*)/m.exec(between + text.slice(from))?.[1];
  if (library.errors.length === 0 && stray !== undefined)
    faults.push({
      file,
      line: lineAt(text, text.indexOf(stray)),
      message: `found "${stray}" outside of an entry`,
      hint: form,
    });
  return entries;
}
