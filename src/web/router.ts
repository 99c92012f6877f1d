import { createRouter, createWebHistory } from 'vue-router';
import { Problem } from './api/problem';
import { problemWords } from './api/problem-words';
import { loadMe } from './features/accounts/session';
import FeedPage from './features/materials/feed-page.vue';
import { say } from './parts/toast';
import { closeLayersOnLeave } from './parts/use-layer';

declare module 'vue-router' {
  interface RouteMeta {
    /** Shows the five tabs. */
    tabs?: boolean;
    /** Uses the whole width of a desktop instead of a phone's column. */
    wide?: boolean;
    /** Sends visitors to sign in first, and back afterwards. */
    signedIn?: boolean;
    role?: 'moderator' | 'admin';
  }
}

export const router = createRouter({
  history: createWebHistory(),
  // The same address is a sheet that opened or closed: the page under it has not moved. A page with a hash scrolls itself, once it is filled.
  scrollBehavior: (to, from, saved) => to.fullPath !== from.fullPath && !to.hash && (saved ?? { top: 0 }),
  routes: [
    { path: '/', component: FeedPage, meta: { tabs: true } },
    { path: '/inspected', component: FeedPage, props: { only: 'inspected' }, meta: { tabs: true } },
    { path: '/m/:id', component: () => import('./features/materials/material-page.vue'), props: true },
    { path: '/publish/:id?', component: () => import('./features/materials/publish-page.vue'), props: true, meta: { signedIn: true } },
    { path: '/mine', component: () => import('./features/materials/my-materials-page.vue'), meta: { signedIn: true } },
    { path: '/sign-in', component: () => import('./features/accounts/sign-in-page.vue') },
    { path: '/join', component: () => import('./features/accounts/join-page.vue') },
    { path: '/settings', component: () => import('./features/accounts/settings-page.vue'), meta: { signedIn: true } },
    { path: '/boards', alias: '/board', component: () => import('./features/ranking/board-page.vue'), meta: { tabs: true } },
    { path: '/boards/rules', component: () => import('./features/ranking/rules-page.vue') },
    { path: '/me', component: () => import('./features/rewards/me-page.vue'), meta: { tabs: true, signedIn: true } },
    { path: '/me/statement', component: () => import('./features/rewards/statement-page.vue'), meta: { signedIn: true } },
    { path: '/desk', component: () => import('./features/moderation/desk-page.vue'), meta: { wide: true, role: 'moderator' } },
    { path: '/rounds', component: () => import('./features/rewards/rounds-page.vue'), meta: { wide: true, role: 'admin' } },
    { path: '/rounds/new', component: () => import('./features/rewards/round-new-page.vue'), meta: { wide: true, role: 'admin' } },
    { path: '/rounds/:id(\\d+)', component: () => import('./features/rewards/round-page.vue'), props: true, meta: { wide: true, role: 'admin' } },
    { path: '/:anything(.*)*', component: () => import('./not-found-page.vue'), meta: { tabs: true } },
  ],
});

closeLayersOnLeave(router);

router.beforeEach(async (to) => {
  if (!to.meta.signedIn && !to.meta.role) return true;
  // Offline nobody can be asked; the page itself says what it could not fetch.
  const me = await loadMe().catch(() => undefined);
  if (me === null) return { path: '/sign-in', query: { to: to.fullPath } };
  const rank = { promoter: 0, moderator: 1, admin: 2 };
  if (me && to.meta.role && rank[me.role] < rank[to.meta.role]) return '/';
  return true;
});

const reloadedFor = 'mz.reloaded';

/** A page whose code is gone: after an update the new one is fetched, once; without a network there is nothing to fetch it with. */
router.onError((_error, to) => {
  if (!navigator.onLine || sessionStorage.getItem(reloadedFor) === to.fullPath) return say(problemWords(new Problem('network', 0, 'offline')));
  sessionStorage.setItem(reloadedFor, to.fullPath);
  location.assign(to.fullPath);
});
router.afterEach((_to, _from, failure) => {
  if (!failure) sessionStorage.removeItem(reloadedFor);
});
