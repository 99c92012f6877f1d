import ts from 'typescript';
import { mayKnow, roomOf } from './direction';
import { nodesOf, type SourceFile } from './source-file';

/** Words after which a statement names a table, and names after a comma in the same list. */
const NAMES_A_TABLE = /\b(?:FROM|JOIN|INTO|UPDATE|TABLE|TRUNCATE|USING|REFERENCES)\s+(?:ONLY\s+)?"?([a-z_]+)"?((?:\s+(?:AS\s+)?[a-z_]+)?(?:\s*,\s*"?[a-z_]+"?(?:\s+(?:AS\s+)?[a-z_]+)?)*)/g;
const MAKES_A_TABLE = /\bCREATE (?:UNLOGGED )?(?:TABLE|VIEW|MATERIALIZED VIEW)\s+(?:IF NOT EXISTS\s+)?([a-z_]+)/g;
const MIGRATION = /^migrations\/\d+-([a-z]+)/;
const A_STATEMENT = /^\s*(--|select|insert|update|delete|with|merge|truncate|copy|lock)\b/i;

/** Table → the room whose migration (`<time>-<room>….ts`) makes it. */
export function tableOwners(files: readonly SourceFile[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { path, text } of files) {
    const owner = MIGRATION.exec(path)?.[1];
    if (!owner) continue;
    for (const [, table] of text.matchAll(MAKES_A_TABLE)) if (table) owners.set(table, owner);
  }
  return owners;
}

/** Statements that name a table of a room they may not know. */
export function foreignTables(files: readonly SourceFile[]): string[] {
  const owners = tableOwners(files);
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (room === undefined) return [];
    const foreign = [...tablesNamedIn(file)].filter((table) => {
      const owner = owners.get(table);
      return owner !== undefined && !mayKnow(room, owner);
    });
    return foreign.map((table) => `${file.path} names ${table}, a table of ${owners.get(table)}`);
  });
}

function tablesNamedIn({ ast }: SourceFile): Set<string> {
  const tables = new Set<string>();
  for (const node of nodesOf(ast)) {
    if (ts.isDecorator(node)) addEntityName(node, tables);
    if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) continue;
    const text = ts.isTemplateExpression(node) ? node.getText(ast) : node.text;
    // Keywords are written large here; a statement in small letters is one all the same.
    const statement = A_STATEMENT.test(text.replace(/^`/, '')) ? text.replace(/\b(from|join|into|update|table|truncate|using|only|as)\b/g, (word) => word.toUpperCase()) : text;
    for (const [, first, more = ''] of statement.matchAll(NAMES_A_TABLE)) {
      if (first) tables.add(first);
      for (const [, name] of more.matchAll(/,\s*"?([a-z_]+)/g)) if (name) tables.add(name);
    }
  }
  return tables;
}

/** `@Entity('materials')` and `@Entity({ name: 'materials' })` */
function addEntityName(decorator: ts.Decorator, tables: Set<string>): void {
  const name = /^@Entity\(\s*(?:\{\s*name:\s*)?['"]([a-z_]+)['"]/.exec(decorator.getText())?.[1];
  if (name) tables.add(name);
}
