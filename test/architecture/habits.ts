import ts from 'typescript';
import { roomOf } from './direction';
import { nodesOf, type SourceFile } from './source-file';

const LINES_AT_MOST = 400;
const ARGUMENTS_AT_MOST = 7;
/** Nobody reads or edits what a tool writes. */
const GENERATED = /\.gen\.ts$/;
const ENTRY_POINT = /^src\/(main\.ts|cli\/[^/]+\.ts)$/;
const TESTS = new Set(['it', 'test', 'describe']);

export function longFiles(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !GENERATED.test(path))
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > LINES_AT_MOST)
    .map(({ path, lines }) => `${path} has ${lines} lines`);
}

/** Server code that reads the environment. Entry points may hand it over whole, to `readConfig` only. */
export function environmentReaders(files: readonly SourceFile[]): string[] {
  const readers = files.filter(({ path, ast }) => {
    const room = roomOf(path);
    if (room === undefined || room === 'web' || room === 'config') return false;
    return [...nodesOf(ast)].some((node) => isEnvironment(node) && !(ENTRY_POINT.test(path) && isHandedToReadConfig(node)));
  });
  return readers.map(({ path }) => `${path} reads process.env`);
}

/** `process.env`, `process['env']`, `const { env } = process`, `import { env } from 'node:process'` */
function isEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.expression.getText() === 'process' && node.name.text === 'env';
  if (ts.isElementAccessExpression(node)) return node.expression.getText() === 'process' && /^['"]env['"]$/.test(node.argumentExpression.getText());
  if (ts.isVariableDeclaration(node)) return node.initializer?.getText() === 'process' && /\benv\b/.test(node.name.getText());
  return ts.isImportDeclaration(node) && /['"](node:)?process['"]/.test(node.moduleSpecifier.getText());
}

function isHandedToReadConfig(node: ts.Node): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (ts.isCallExpression(parent)) return parent.expression.getText() === 'readConfig';
    if (!ts.isObjectLiteralExpression(parent) && !ts.isSpreadAssignment(parent)) return false;
  }
  return false;
}

/** A circle of modules that only starts because it was told to look away. */
export function forwardReferences(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ ast }) => [...nodesOf(ast)].some((node) => ts.isIdentifier(node) && node.text === 'forwardRef'))
    .filter(({ path }) => path.startsWith('src/'))
    .map(({ path }) => `${path} uses forwardRef`);
}

/** Classes that reach for too much. */
export function wideConstructors(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, ast }) =>
    [...nodesOf(ast)]
      .filter((node) => ts.isConstructorDeclaration(node))
      .filter((node) => node.parameters.length > ARGUMENTS_AT_MOST)
      .map((node) => `${path}: the constructor of ${node.parent.name?.text ?? 'a class'} takes ${node.parameters.length} arguments`),
  );
}

/** `it.only` left behind: the other tests of the file would be green unseen. */
export function focusedTests(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ ast }) =>
      [...nodesOf(ast)].some(
        (node) =>
          (ts.isPropertyAccessExpression(node) && node.name.text === 'only' && TESTS.has(node.expression.getText())) ||
          (ts.isCallExpression(node) && ['fit', 'fdescribe'].includes(node.expression.getText())),
      ),
    )
    .map(({ path }) => `${path} runs only some of its tests`);
}
