// Runs a TypeScript file in a Node process of its own, compiled as the tests are: `node run-typescript.cjs FILE [ARGUMENT…]`.
// Tests of kill -9 need a process that they may kill.
const { readFileSync } = require('node:fs');
const { resolve } = require('node:path');
const transform = require('./jest-transform.cjs');

require.extensions['.ts'] = (module, file) => module._compile(transform.process(readFileSync(file, 'utf8'), file).code, file);
process.argv.splice(1, 1);
require(resolve(process.argv[1]));
