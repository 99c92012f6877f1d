import { writeFile } from 'node:fs/promises';
import type { BenchResult } from './bench-result';
import { benchCounting } from './counting.bench';
import { benchImages } from './images.bench';

const BENCHES: Readonly<Record<string, () => Promise<BenchResult[]>>> = { counting: benchCounting, images: benchImages };

/** `npm run bench [-- NAME…]`: prints every ratio against a reference of the same run, and writes bench-results.json. */
async function main(): Promise<void> {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !(name in BENCHES));
  if (unknown.length > 0) throw new Error(`no bench is called ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`);
  const results: BenchResult[] = [];
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
    console.log(`${name} …`);
    results.push(...(await BENCHES[name]!()));
  }
  console.table(
    results.map(({ name, value, unit, reference, ratio, target, bound, holds }) => ({
      name,
      measured: `${round(value)} ${unit}`,
      reference: `${round(reference.value)} ${unit} (${reference.name})`,
      ratio: round(ratio),
      target: `${bound} ${target}`,
      holds: holds ? 'yes' : 'NO',
    })),
  );
  await writeFile('bench-results.json', `${JSON.stringify(results, null, 2)}\n`);
}

const round = (value: number): number => Number(value.toPrecision(3));

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
