import { defineConfig } from 'eslint/config';
import js from '@eslint/js';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

/**
 * Only rules that find mistakes; how code looks is left to whoever writes it. Who may import whom, and how long a file may be, is
 * held by test/architecture.
 */

const here = import.meta.dirname;
const nodeGlobals = Object.fromEntries([...Object.getOwnPropertyNames(globalThis), 'require', 'module', '__dirname', '__filename'].map((name) => [name, 'readonly']));

const mistakes = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-template-curly-in-string': 'error',
  // Text people typed is searched for control characters on purpose.
  'no-control-regex': 'off',
  'no-unused-vars': 'off',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
};

/** A promise nobody waits for loses its error, and with it the work. */
const promises = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
};

export default defineConfig(
  { ignores: ['dist/', 'data/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: nodeGlobals },
  },
  {
    files: ['{src,migrations,test,bench}/**/*.ts'],
    ignores: ['src/web/**'],
    extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: here } },
    rules: {
      ...mistakes,
      ...promises,
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Methods of an interface are async whether this one waits or not.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // Answers of the API are looked at field by field in tests: a wrong field fails the test.
    files: ['test/**/*.ts', 'src/**/*.spec.ts'],
    ignores: ['src/web/**'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['src/web/**/*.{ts,mts,vue}'],
    extends: [js.configs.recommended, tseslint.configs.recommended, vue.configs['flat/essential']],
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser,
        project: './src/web/tsconfig.json',
        tsconfigRootDir: here,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      ...mistakes,
      ...promises,
      // The compiler knows every name, of the browser too.
      'no-undef': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/no-v-html': 'error',
    },
  },
);
