import type { SourceFile } from './source-file';

/** The rooms of the house, each knowing only those before it; rooms in one line do not know each other. */
const LAYERS = [
  ['config'],
  ['platform'],
  ['accounts'],
  ['notices', 'compliance'],
  ['moderation'],
  ['goods'],
  ['materials'],
  ['reuse'],
  ['ranking'],
  ['rewards'],
] as const;

/** Where everything is put together; nobody imports it back. */
const COMPOSITION = new Set(['app', 'sample', 'cli', 'verify']);

/** What the server is tested, measured and built with. */
const OUTSIDE = /^(test|bench|scripts|migrations)\//;

const knownRooms = new Map<string, ReadonlySet<string>>();
for (const [index, layer] of LAYERS.entries()) {
  for (const room of layer) knownRooms.set(room, new Set(LAYERS.slice(0, index).flat()));
}
// Beside the line: points are moved for rewards only, and lessons may show material.
knownRooms.set('ledger', new Set(['config', 'platform']));
knownRooms.set('rewards', new Set([...LAYERS.slice(0, -1).flat(), 'ledger']));
knownRooms.set('academy', new Set([...LAYERS.slice(0, LAYERS.findIndex(([room]) => room === 'materials') + 1).flat()]));

/** The room a path is in; files directly in `src` are the composition (`app`), what is not in `src` is in none. */
export function roomOf(path: string): string | undefined {
  const [top, room, below] = path.split('/');
  if (top !== 'src' || room === undefined) return undefined;
  return below === undefined ? 'app' : room;
}

/** Whether code in `from` may know what is in `to`. */
export function mayKnow(from: string, to: string): boolean {
  return from === to || (COMPOSITION.has(from) && to !== 'web') || (knownRooms.get(from)?.has(to) ?? false);
}

/** Imports that point to the right, into the composition, or from the server to its web client. */
export function wrongDirections(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, imports }) => {
    const from = roomOf(path);
    if (from === undefined) return [];
    const isSpec = path.endsWith('.spec.ts');
    return imports
      .filter(({ target }) => {
        const to = roomOf(target);
        if (to === undefined) return OUTSIDE.test(target) && !isSpec;
        return !mayKnow(from, to) && (from !== 'web' || COMPOSITION.has(to));
      })
      .map(({ target }) => `${path} imports ${target}`);
  });
}

/**
 * What the web client takes from the server beside types: formulas and their weights may be shown as they are computed, but a file
 * that needs a package, however far behind, would bring the server to the phone.
 */
export function serverCodeInWeb(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const resolve = resolverOf(files);
  const isPure = (target: string, seen: ReadonlySet<string> = new Set()): boolean => {
    const file = byPath.get(resolve(target) ?? target);
    if (!file) return false;
    return seen.has(file.path) || file.imports.every((next) => next.typeOnly || isPure(next.target, new Set([...seen, file.path])));
  };
  return files
    .filter(({ path }) => roomOf(path) === 'web')
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ target, typeOnly }) => !typeOnly && target.startsWith('src/') && roomOf(target) !== 'web')
        .filter(({ target }) => !isPure(target))
        .map(({ target }) => `${path} brings ${target} to the browser`),
    );
}

/** Folders of `src` that have no place in the line yet. */
export function roomsWithoutPlace(files: readonly SourceFile[]): string[] {
  const rooms = new Set(files.map(({ path }) => roomOf(path)).filter((room) => room !== undefined));
  return [...rooms].filter((room) => room !== 'web' && !COMPOSITION.has(room) && !knownRooms.has(room));
}

/** From an import's target to the file it means, if that is one of ours. */
function resolverOf(files: readonly SourceFile[]): (target: string) => string | undefined {
  const paths = new Set(files.map(({ path }) => path));
  return (target) => [target, ...['.ts', '.mts', '.vue', '/index.ts'].map((ending) => target + ending)].find((path) => paths.has(path));
}

/** Circles of files that need each other to load, each told once. */
export function cycles(files: readonly SourceFile[]): string[] {
  const resolve = resolverOf(files);
  const graph = new Map(
    files.map(({ path, imports }) => [path, imports.filter(({ lazy }) => !lazy).map(({ target }) => resolve(target)).filter((target) => target !== undefined)]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}
