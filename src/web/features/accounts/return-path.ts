import type { RouteLocationNormalizedLoaded } from 'vue-router';

/** Where to go after signing in: only paths of this site, so that a crafted link cannot lead elsewhere. */
export function returnPath(route: RouteLocationNormalizedLoaded): string {
  const to = route.query.to;
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/';
}
