// Jest 30 runs CommonJS; Nest 12 and a few of its friends ship ES modules only. Our TypeScript and every ES module of node_modules go
// through SWC. In CommonJS files only `import()` is replaced, which Jest would refuse; everything else passes untouched.
const { createHash } = require('node:crypto');
const { dirname, join } = require('node:path');
const { existsSync, readFileSync } = require('node:fs');
const swc = require('@swc/core');

const ESM_SYNTAX = /^\s*(import\b(?!\s*\()|export\b)/m;
const DYNAMIC_IMPORT = /(^|[^\w.'"`*/$])import\(/gm;
const REQUIRE_INSTEAD = `
async function __importByRequire(name) {
  const loaded = require(name);
  return loaded && loaded.__esModule ? loaded : Object.assign({ default: loaded }, loaded);
}`;
const typeByFolder = new Map();

/** The "type" of the package a folder belongs to. */
function packageType(folder) {
  if (typeByFolder.has(folder)) return typeByFolder.get(folder);
  const manifest = join(folder, 'package.json');
  const parent = dirname(folder);
  let type = 'commonjs';
  if (existsSync(manifest)) type = JSON.parse(readFileSync(manifest, 'utf8')).type ?? 'commonjs';
  else if (parent !== folder) type = packageType(parent);
  typeByFolder.set(folder, type);
  return type;
}

const isTypeScript = (file) => /\.[cm]?tsx?$/.test(file);
const isEsm = (file, source) => file.endsWith('.mjs') || (!file.endsWith('.cjs') && packageType(dirname(file)) === 'module' && ESM_SYNTAX.test(source));

module.exports = {
  getCacheKey: (source, file) => createHash('sha256').update(source).update(file).update(readFileSync(__filename)).update(swc.version).digest('hex'),
  process(source, file) {
    if (file.endsWith('.json')) return { code: source };
    if (isTypeScript(file) || isEsm(file, source)) {
      const parser = isTypeScript(file) ? { syntax: 'typescript', decorators: true } : { syntax: 'ecmascript', importMeta: true };
      return swc.transformSync(source, {
        filename: file,
        sourceMaps: 'inline',
        swcrc: false,
        module: { type: 'commonjs', ignoreDynamic: false },
        jsc: { target: 'es2022', parser, transform: { legacyDecorator: true, decoratorMetadata: true }, keepClassNames: true },
      });
    }
    const code = source.replace(DYNAMIC_IMPORT, '$1__importByRequire(');
    return { code: code === source ? source : code + REQUIRE_INSTEAD };
  },
};
