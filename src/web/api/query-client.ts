import { QueryClient } from '@tanstack/vue-query';
import { Problem } from './problem';

export const meKey = ['me'] as const;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // Offline, a query fails at once and says so, instead of waiting behind a skeleton for ever.
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && error instanceof Problem && error.isPassing && navigator.onLine,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always' },
  },
});
