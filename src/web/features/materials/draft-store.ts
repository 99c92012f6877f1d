import { answer, api } from '../../api/client';
import type { Category, Material, MaterialDraft, MaterialState, Picture } from '../../api/types';
import { readStored, writeStored } from '../../parts/storage';

/** What is on the writing table besides the pictures. */
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

interface Kept {
  accountId: string;
  writing: Writing;
  imageIds: string[];
}

/** Kept on this phone for its writer alone: a page closed by accident, or by WeChat, costs nothing. */
export function keepWriting(accountId: string, writing: Writing, imageIds: string[]): void {
  const isEmpty = writing.body === '' && writing.commentText === '' && writing.tags.length === 0 && imageIds.length === 0;
  writeStored(storageKey, isEmpty ? null : ({ accountId, writing, imageIds } satisfies Kept));
}

export function keptWriting(accountId: string): Kept | null {
  const kept = readStored<Kept | null>(storageKey, null);
  return kept?.accountId === accountId ? kept : null;
}

export function forgetWriting(): void {
  writeStored(storageKey, null);
}

/** Those of the pictures that the server still has; one that was never posted does not stay there for ever. */
export async function stillThere(imageIds: string[]): Promise<Picture[]> {
  const found = await Promise.all(imageIds.map((id) => answer(api.GET('/api/images/{id}', { params: { path: { id } } })).catch(() => null)));
  return found.filter((picture): picture is Picture => picture?.state === 'ready');
}

/** Stores a new post and hands it in; without an id nothing exists on the server before this. */
export async function createMaterial(writing: Writing, imageIds: string[]): Promise<MaterialState> {
  return (await answer(api.POST('/api/materials', { body: bodyOf(writing, imageIds) }))).state;
}

/** Replaces a draft or a returned post. */
export async function replaceDraft(id: string, writing: Writing, imageIds: string[]): Promise<void> {
  await answer(api.PUT('/api/materials/{id}', { params: { path: { id } }, body: bodyOf(writing, imageIds) }));
}

export async function submitDraft(id: string): Promise<MaterialState> {
  return (await answer(api.POST('/api/materials/{id}/submit', { params: { path: { id } } }))).state;
}

function bodyOf(writing: Writing, imageIds: string[]): MaterialDraft {
  return {
    body: writing.body.trim(),
    category: writing.category ?? 'life',
    imageIds,
    tags: writing.tags,
    ...(writing.commentText.trim() && { commentText: writing.commentText.trim() }),
  };
}
