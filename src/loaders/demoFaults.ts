// Says what is wrong with a demo's file, and in which line: the schema knows the path to a field, the source knows where it stands.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

interface Issue {
  message: string;
  path: PropertyKey[];
}

const isIssue = (value: unknown): value is Issue =>
  typeof value === 'object' && value !== null && 'message' in value && 'path' in value && Array.isArray(value.path);

/** One sentence for each fault, each with file and line. */
export function demoFaults(file: string, error: unknown): string[] {
  const issues: unknown[] =
    error instanceof Error && 'issues' in error && Array.isArray(error.issues) ? error.issues : [];
  if (issues.length === 0) {
    const message = error instanceof Error ? error.message : String(error);
    return [`${file}:${lineInStack(file, error)}: ${message}`];
  }
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return issues.filter(isIssue).map(({ path, message }) => {
    const line = source.getLineAndCharacterOfPosition(placeOf(source, path)).line + 1;
    return `${file}:${line}: ${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`;
  });
}

/** Where a field stands in the argument of defineDemo; where it is missing, the nearest place around it that is there. */
function placeOf(source: ts.SourceFile, path: readonly PropertyKey[]): number {
  let node: ts.Node | undefined = argumentOf(source);
  // A file that calls no defineDemo is at fault from its start.
  let place = node?.getStart() ?? 0;
  for (const key of path) {
    node = node && step(source, node, key);
    if (!node) break;
    place = node.getStart();
  }
  return place;
}

function argumentOf(source: ts.SourceFile): ts.Node | undefined {
  const find = (node: ts.Node): ts.Node | undefined =>
    ts.isCallExpression(node) && node.expression.getText(source) === 'defineDemo'
      ? node.arguments[0]
      : ts.forEachChild(node, find);
  return find(source);
}

/** The value of a field, or an element. A name that stands for an object of the same file is followed. */
function step(source: ts.SourceFile, node: ts.Node, key: PropertyKey): ts.Node | undefined {
  const value = ts.isIdentifier(node) ? constant(source, node.text) : node;
  if (value && ts.isArrayLiteralExpression(value)) return value.elements[Number(key)];
  if (!value || !ts.isObjectLiteralExpression(value)) return undefined;
  const written = value.properties.find((property) => property.name && nameOf(property.name) === String(key));
  if (written) return ts.isPropertyAssignment(written) ? written.initializer : written;
  const spread = value.properties.filter(ts.isSpreadAssignment);
  return spread.map(({ expression }) => step(source, expression, key)).find(Boolean);
}

const nameOf = (name: ts.PropertyName): string =>
  ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : name.getText();

function constant(source: ts.SourceFile, name: string): ts.Node | undefined {
  const find = (node: ts.Node): ts.Node | undefined =>
    ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === name
      ? unwrapped(node.initializer)
      : ts.forEachChild(node, find);
  return find(source);
}

const unwrapped = (node: ts.Node | undefined): ts.Node | undefined =>
  node && (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) ? unwrapped(node.expression) : node;

/** The line of the file that an error's stack names first; 1 if it names none. */
function lineInStack(file: string, error: unknown): number {
  // An error without a stack names no line.
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const line = new RegExp(`${file.replace(/[.\\]/g, '\\$&')}[^:\\n]*:(\\d+)`).exec(stack)?.[1];
  return Number(line ?? 1);
}
