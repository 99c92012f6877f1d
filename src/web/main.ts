import { VueQueryPlugin } from '@tanstack/vue-query';
import { createApp } from 'vue';
import { queryClient } from './api/query-client';
import App from './app.vue';
import { startReuseQueue } from './features/reuse/reuse-queue';
import { router } from './router';
import './theme/tokens.css';
import './theme/vant.css';
import './theme/base.css';

createApp(App).use(router).use(VueQueryPlugin, { queryClient }).mount('#app');
startReuseQueue();
