import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** Path from the root, as written: without extension when the import has none. Packages keep their name. */
  readonly target: string;
  /** `import type`: gone after compilation. */
  readonly typeOnly: boolean;
  /** `import()`: loaded when asked for, so no cycle at start. */
  readonly lazy: boolean;
}

/** One file of the project as the rules look at it. */
export interface SourceFile {
  /** From the root, with slashes: `src/accounts/account.dto.ts` */
  readonly path: string;
  readonly text: string;
  readonly ast: ts.SourceFile;
  readonly imports: readonly Import[];
}

const CODE = /\.(ts|mts|cts|js|mjs|cjs|vue)$/;
const ROOT = join(__dirname, '../..');

/** Everything somebody wrote; nothing that was built or installed. */
export function readProject(): SourceFile[] {
  return ['src', 'migrations', 'test', 'bench', 'scripts'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && CODE.test(entry.name))
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return sourceFile(relative(ROOT, file).split(sep).join('/'), readFileSync(file, 'utf8'));
      }),
  );
}

export function sourceFile(path: string, text: string): SourceFile {
  const code = path.endsWith('.vue') ? [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map((match) => match[1]).join('\n') : text;
  const ast = ts.createSourceFile(`${path}.ts`, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  return { path, text, ast, imports: importsOf(path, ast) };
}

/** Every node of a file, parents before children. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

function importsOf(path: string, ast: ts.SourceFile): Import[] {
  const imports: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean, lazy: boolean): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const { text } = specifier;
    imports.push({ target: text.startsWith('.') ? posix.join(posix.dirname(path), text) : text, typeOnly, lazy });
  };
  for (const node of nodesOf(ast)) {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword, false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly, false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true, false);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false, true);
    else if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'require') add(node.arguments[0], false, false);
  }
  return imports;
}
