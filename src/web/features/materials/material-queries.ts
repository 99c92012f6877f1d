import { useInfiniteQuery, useQuery, type InfiniteData } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { answer, api } from '../../api/client';
import { queryClient } from '../../api/query-client';
import type { Category, FeedSort, Material, Page, RatingSummary } from '../../api/types';
import { onReuseNews } from '../reuse/reuse-queue';

export interface FeedFilter {
  sort?: FeedSort;
  category?: Category;
  /** An account's id, or `me`: one's own in every state. */
  author?: string;
}

type Pages = InfiniteData<Page<Material>, string>;

const listKey = 'materials';
const pageSize = 10;

/** A keyset list of materials; the same post never shows twice although hot moves while one reads. */
export function useMaterialList(filter: MaybeRefOrGetter<FeedFilter>) {
  const query = useInfiniteQuery({
    queryKey: computed(() => [listKey, toValue(filter)]),
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/materials', { params: { query: { ...toValue(filter), limit: pageSize, ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = computed(() => {
    const all = query.data.value?.pages.flatMap((page) => page.items) ?? [];
    return [...new Map(all.map((item) => [item.id, item])).values()];
  });

  /** From the top again: later pages are dropped first, or they would all be fetched anew. */
  async function refresh(): Promise<void> {
    queryClient.setQueryData<Pages>([listKey, toValue(filter)], (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) });
    await query.refetch();
  }

  return { query, items, refresh };
}

export function useMaterial(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['material', toValue(id)]),
    queryFn: () => answer(api.GET('/api/materials/{id}', { params: { path: { id: toValue(id) } } })),
    // A card already on screen opens at once and is brought up to date behind it.
    placeholderData: () => listed(toValue(id)),
  });
}

/** After publishing, retiring or submitting: every list may have changed. */
export function refreshMaterials(): void {
  void queryClient.invalidateQueries({ queryKey: [listKey] });
  void queryClient.invalidateQueries({ queryKey: ['material'] });
}

/** The card in the feed says it too, when one comes back to it. */
export function rated(id: string, rating: RatingSummary, mine: { stars: number; note: string | null }): void {
  patch(id, (material) => ({ ...material, rating, mine: material.mine && { ...material.mine, ...mine } }));
}

function listed(id: string): Material | undefined {
  for (const [, data] of queryClient.getQueriesData<Pages>({ queryKey: [listKey] })) {
    const found = data?.pages.flatMap((page) => page.items).find((item) => item.id === id);
    if (found) return found;
  }
  return undefined;
}

/** Puts one changed material wherever it is on screen, without asking the server again. */
function patch(id: string, change: (material: Material) => Material): void {
  queryClient.setQueriesData<Pages>({ queryKey: [listKey] }, (data) =>
    data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map((item) => (item.id === id ? change(item) : item)) })) },
  );
  queryClient.setQueryData<Material>(['material', id], (material) => material && change(material));
}

onReuseNews((news) => {
  const { materialId, kind, at } = news.event;
  if (news.type === 'recorded') {
    const empty = { copiedAt: at, savedAt: null, sentAt: null, stars: null, note: null };
    patch(materialId, (material) => ({ ...material, mine: { ...empty, ...material.mine, [`${kind}At`]: at } }));
  } else if (news.type === 'answered') {
    const { reuseCount } = news.answer;
    patch(materialId, (material) => ({ ...material, reuseCount }));
  }
});
