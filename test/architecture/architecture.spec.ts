import { cycles, roomsWithoutPlace, serverCodeInWeb, wrongDirections } from './direction';
import { environmentReaders, focusedTests, forwardReferences, longFiles, wideConstructors } from './habits';
import { readProject, sourceFile, type SourceFile } from './source-file';
import { foreignTables, tableOwners } from './tables';

const project = readProject();

/** A rule, the code it refuses and code that only looks like it. */
interface Rule {
  readonly rule: string;
  readonly broken: (files: readonly SourceFile[]) => string[];
  readonly refuses: readonly Readonly<Record<string, string>>[];
  readonly allows: readonly Readonly<Record<string, string>>[];
}

const MIGRATIONS = {
  'migrations/1-accounts.ts': 'runner.query(`CREATE TABLE accounts (id bigint)`)',
  'migrations/2-reuse.ts': 'runner.query(`CREATE TABLE reuses (id bigint); CREATE UNLOGGED TABLE IF NOT EXISTS clicks ()`)',
  'migrations/3-ledger.ts': 'runner.query(`CREATE TABLE transfers (id bigint)`)',
};

const RULES: readonly Rule[] = [
  {
    rule: 'knows only what stands to its left',
    broken: wrongDirections,
    refuses: [
      { 'src/accounts/a.ts': `import { b } from '../materials/b';` },
      { 'src/accounts/a.ts': `import type { B } from '../materials/b';` },
      { 'src/accounts/a.ts': `export { b } from '../moderation/b';` },
      { 'src/accounts/a.ts': `const b = await import('../moderation/b');` },
      { 'src/accounts/a.ts': `let b: import('../moderation/b').B;` },
      { 'src/config/a.ts': `import { b } from '../platform/b';` },
      { 'src/platform/database/a.ts': `import { b } from '../../accounts/b';` },
      { 'src/ranking/a.ts': `import { b } from '../ledger/b';` },
      { 'src/ledger/a.ts': `import { b } from '../accounts/b';` },
      { 'src/notices/a.ts': `import { b } from '../compliance/b';` },
      { 'src/academy/a.ts': `import { b } from '../reuse/b';` },
      { 'src/materials/a.ts': `import { startHub } from '../hub';` },
      { 'src/materials/a.ts': `import { b } from '../sample/b';` },
      { 'src/materials/a.ts': `import { b } from '../../test/support/b';` },
      { 'src/web/features/a.ts': `import type { Hub } from '../../hub';` },
      { 'src/materials/a.ts': `import { b } from '../web/b';` },
      { 'src/hub.ts': `import { b } from './web/b';` },
    ],
    allows: [
      { 'src/rewards/a.ts': `import { b } from '../ledger/b';\nimport { c } from '../ranking/c';\nimport { d } from '../config/d';\nimport { z } from 'zod';` },
      { 'src/academy/a.ts': `import { b } from '../materials/b';` },
      { 'src/hub.ts': `import { b } from './sample/b';\nimport { c } from './rewards/c';` },
      { 'src/web/features/a.ts': `import type { B } from '../../accounts/b';\nimport { c } from '../parts/c';` },
      { 'src/materials/a.spec.ts': `import { b } from '../../test/support/b';` },
    ],
  },
  {
    rule: 'keeps the server out of the browser',
    broken: serverCodeInWeb,
    refuses: [
      { 'src/web/features/a.vue': `<script setup lang="ts">\nimport { b } from '../../accounts/b';\n</script>`, 'src/accounts/b.ts': `import { z } from 'zod';` },
      { 'src/web/a.ts': `import { b } from '../accounts/b';`, 'src/accounts/b.ts': `import { c } from './c';`, 'src/accounts/c.ts': `import 'node:fs';` },
    ],
    allows: [
      { 'src/web/a.ts': `import type { B } from '../accounts/b';`, 'src/accounts/b.ts': `import { z } from 'zod';` },
      { 'src/web/a.ts': `import { b } from '../ranking/b';`, 'src/ranking/b.ts': `import type { Sql } from '../platform/sql'; import './c';`, 'src/ranking/c.ts': `import './b';` },
    ],
  },
  {
    rule: 'has a place in the line for every room',
    broken: roomsWithoutPlace,
    refuses: [{ 'src/utils/a.ts': '' }],
    allows: [{ 'src/goods/a.ts': '', 'src/main.ts': '', 'src/web/main.ts': '', 'test/x/a.ts': '' }],
  },
  {
    rule: 'goes in no circles',
    broken: cycles,
    refuses: [
      { 'src/accounts/a.ts': `import './b';`, 'src/accounts/b.ts': `import './c';`, 'src/accounts/c.ts': `import './a';` },
      { 'src/accounts/a.ts': `import './b';`, 'src/accounts/b.ts': `import type { A } from './a';` },
      { 'src/web/a.vue': `<script>import './b';</script>`, 'src/web/b.ts': `import './a.vue';` },
    ],
    allows: [
      { 'src/accounts/a.ts': `import './b'; import './c';`, 'src/accounts/b.ts': `import './c';`, 'src/accounts/c.ts': '' },
      { 'src/web/router.ts': `const page = () => import('./page.vue');`, 'src/web/page.vue': `<script>import './router';</script>` },
    ],
  },
  {
    rule: 'leaves the tables of rooms to its right alone',
    broken: foreignTables,
    refuses: [
      { ...MIGRATIONS, 'src/accounts/a.ts': 'sql.query(`SELECT 1 FROM accounts a JOIN reuses r ON true`)' },
      { ...MIGRATIONS, 'src/accounts/a.ts': `sql.query(\`SELECT 1 FROM accounts a, reuses WHERE \${b}\`)` },
      { ...MIGRATIONS, 'src/accounts/a.ts': `sql.query('insert into clicks values (1)')` },
      { ...MIGRATIONS, 'src/accounts/a.ts': `sql.query('UPDATE "reuses" SET rung = 1')` },
      { ...MIGRATIONS, 'src/accounts/a.entity.ts': `@Entity({ name: 'reuses' }) class A {}` },
      { ...MIGRATIONS, 'src/ranking/a.ts': `sql.query('DELETE FROM transfers')` },
    ],
    allows: [
      { ...MIGRATIONS, 'src/reuse/a.ts': 'sql.query(`INSERT INTO reuses SELECT id FROM accounts FOR UPDATE`)' },
      { ...MIGRATIONS, 'src/rewards/a.ts': `sql.query('SELECT 1 FROM transfers')` },
      { ...MIGRATIONS, 'src/accounts/a.ts': `const words = 'What comes from reuses is counted there';` },
    ],
  },
  {
    rule: 'has no file of more than 400 lines',
    broken: longFiles,
    refuses: [{ 'src/web/a.vue': '\n'.repeat(401) }],
    allows: [{ 'src/accounts/a.ts': '\n'.repeat(400), 'src/web/api/a.gen.ts': '\n'.repeat(401) }],
  },
  {
    rule: 'reads the environment in one place',
    broken: environmentReaders,
    refuses: [
      { 'src/platform/a.ts': 'const port = process.env.PORT;' },
      { 'src/platform/a.ts': `const port = process['env']['PORT'];` },
      { 'src/platform/a.ts': 'const { env } = process;' },
      { 'src/platform/a.ts': `import { env } from 'node:process';` },
      { 'src/platform/a.ts': 'readConfig(process.env);' },
      { 'src/main.ts': 'const debug = process.env.DEBUG;' },
      { 'src/cli/a.ts': 'readConfig({ DEBUG: process.env.DEBUG });' },
    ],
    allows: [
      { 'src/main.ts': 'readConfig(process.env);', 'src/cli/a.ts': `readConfig({ ...process.env, PORT: '0' });` },
      { 'src/config/config.ts': 'process.env.PORT;', 'src/platform/a.ts': '/* process.env */ process.exit();' },
    ],
  },
  {
    rule: 'resolves no circle with forwardRef',
    broken: forwardReferences,
    refuses: [{ 'src/accounts/a.ts': 'Inject(forwardRef(() => B))' }],
    allows: [{ 'src/accounts/a.ts': '// forwardRef would hide a circle' }],
  },
  {
    rule: 'has no constructor of more than seven arguments',
    broken: wideConstructors,
    refuses: [{ 'src/accounts/a.ts': 'class A { constructor(a, b, c, d, e, f, g, h) {} }' }],
    allows: [{ 'src/accounts/a.ts': 'class A { constructor(a, b, c, d, e, f, g) {} }' }],
  },
  {
    rule: 'runs every test',
    broken: focusedTests,
    refuses: [
      { 'src/accounts/a.spec.ts': `it.only('a', () => {});` },
      { 'src/accounts/a.spec.ts': `describe.only.each([1])('a', () => {});` },
      { 'src/accounts/a.spec.ts': `fdescribe('a', () => {});` },
    ],
    allows: [{ 'src/accounts/a.spec.ts': `it('fits only once', () => { set.only(); });` }],
  },
];

const filesOf = (texts: Readonly<Record<string, string>>): SourceFile[] => Object.entries(texts).map(([path, text]) => sourceFile(path, text));

describe.each(RULES)('the house $rule', ({ broken, refuses, allows }) => {
  it('today', () => {
    expect(broken(project)).toEqual([]);
  });

  it.each(refuses)('and %j would be noticed', (texts) => {
    expect(broken(filesOf(texts))).toHaveLength(1);
  });

  it.each(allows)('and %j is fine', (texts) => {
    expect(broken(filesOf(texts))).toEqual([]);
  });
});

it('sees the whole project', () => {
  expect(project.length).toBeGreaterThan(100);
  expect(project.some(({ path }) => path.endsWith('.vue'))).toBe(true);
  expect(Object.fromEntries(tableOwners(project))).toMatchObject({ accounts: 'accounts', moderation_actions: 'moderation', transfers: 'ledger' });
});
