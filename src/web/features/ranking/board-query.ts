import { useInfiniteQuery } from '@tanstack/vue-query';
import { computed, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { answer, api } from '../../api/client';
import { readStored, writeStored } from '../../parts/storage';
import { contributorEntry, materialEntry, type Entry } from './entry';
import { contributorBoards, periods, type ContributorBoard, type MyLine, type PeriodKind, type Run } from './ranking-api';

export type Subject = 'contributors' | 'materials';

interface BoardPage {
  run: Run | null;
  me: MyLine | null;
  entries: Entry[];
  nextCursor: string | null;
}

/** The board last seen, for when none comes. Whose phone it is may change, so nobody's own line is kept. */
interface KeptBoard {
  address: string;
  page: BoardPage;
}

const storageKey = 'mz.board';

/** Which board is asked for stands in the address: it can be linked to, and the back button works. */
export function useBoardChoice() {
  const route = useRoute();
  const router = useRouter();
  const read = <T extends string>(name: string, allowed: readonly T[], fallback: T) =>
    computed<T>({
      get: () => allowed.find((value) => value === route.query[name]) ?? fallback,
      set: (value) => void router.replace({ query: { ...route.query, [name]: value === fallback ? undefined : value, why: undefined } }),
    });
  const period = read<PeriodKind>('period', periods, 'week');
  const board = read<ContributorBoard>('board', contributorBoards, 'total');
  const subject = read<Subject>('of', ['contributors', 'materials'], 'contributors');
  /** A day of a past period; undefined for the present one. */
  const at = computed(() => (typeof route.query.at === 'string' ? route.query.at : undefined));
  const goToNow = () => void router.replace({ query: { ...route.query, at: undefined, why: undefined } });
  return { period, board, subject, at, goToNow };
}

export function useBoard({ period, board, subject, at }: ReturnType<typeof useBoardChoice>) {
  const address = computed(() => [subject.value, subject.value === 'materials' ? 'total' : board.value, period.value, at.value ?? ''].join('/'));
  const query = useInfiniteQuery({
    queryKey: computed(() => ['board', address.value]),
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: 60_000,
  });

  async function fetchPage(cursor: string): Promise<BoardPage> {
    const paging = { period: period.value, limit: 50, ...(at.value && { at: at.value }), ...(cursor && { cursor }) };
    if (subject.value === 'materials') {
      const { items, ...page } = await answer(api.GET('/api/leaderboards/materials', { params: { query: paging } }));
      return { ...page, me: null, entries: items.map(materialEntry) };
    }
    const { items, ...page } = await answer(api.GET('/api/leaderboards/contributors', { params: { query: { ...paging, board: board.value } } }));
    return { ...page, entries: items.map(contributorEntry) };
  }

  const kept = computed(() => {
    const stored = query.isError.value ? readStored<KeptBoard | null>(storageKey, null) : null;
    return stored?.address === address.value ? stored.page : null;
  });
  watch(query.data, (data) => {
    const [page] = data?.pages ?? [];
    if (page?.run) writeStored(storageKey, { address: address.value, page: { ...page, me: null, nextCursor: null } } satisfies KeptBoard);
  });
  return { query, kept };
}
