import { answer, api } from '../../api/client';
import type { Category, Material, MaterialDraft, MaterialState } from '../../api/types';
import { readStored, writeStored } from '../../parts/storage';

/** What is on the writing table; pictures are kept apart, because files cannot be stored across visits. */
export interface Writing {
  body: string;
  commentText: string;
  category: Category | null;
  tags: string[];
}

const storageKey = 'mz.writing';

export const emptyWriting = (): Writing => ({ body: '', commentText: '', category: null, tags: [] });

export function writingOf(material: Material): Writing {
  return { body: material.body, commentText: material.commentText ?? '', category: material.category, tags: [...material.tags] };
}

/** Kept on this phone for its writer alone: a page closed by accident, or by WeChat, costs nothing. */
export function keepWriting(accountId: string, writing: Writing): void {
  const isEmpty = writing.body === '' && writing.commentText === '' && writing.tags.length === 0;
  writeStored(storageKey, isEmpty ? null : { accountId, writing });
}

export function keptWriting(accountId: string): Writing | null {
  const kept = readStored<{ accountId: string; writing: Writing } | null>(storageKey, null);
  return kept?.accountId === accountId ? kept.writing : null;
}

export function forgetWriting(): void {
  writeStored(storageKey, null);
}

/** Creates the draft, or replaces it once it has an id. */
export async function saveDraft(id: string | null, writing: Writing, imageIds: string[]): Promise<string> {
  const body: MaterialDraft = {
    body: writing.body.trim(),
    category: writing.category ?? 'life',
    imageIds,
    tags: writing.tags,
    ...(writing.commentText.trim() && { commentText: writing.commentText.trim() }),
  };
  const saved = id
    ? await answer(api.PUT('/api/materials/{id}', { params: { path: { id } }, body }))
    : await answer(api.POST('/api/materials', { body }));
  return saved.id;
}

export async function submitDraft(id: string): Promise<MaterialState> {
  return (await answer(api.POST('/api/materials/{id}/submit', { params: { path: { id } } }))).state;
}
