import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const server = 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [vue()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // WeChat's kernels on phones a few years old; anything newer only costs them a blank page.
    target: ['chrome88', 'safari15'],
    assetsInlineLimit: 2048,
  },
  server: { proxy: { '/api': server, '/media': server, '/s': server } },
});
