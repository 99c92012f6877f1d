import { computed, onScopeDispose, reactive, ref } from 'vue';
import { Problem } from '../../api/problem';
import { problemWords } from '../../api/problem-words';
import type { Picture } from '../../api/types';
import { sendImage, waitUntilReady } from './upload-image';

export interface Upload {
  key: number;
  /** Null for a picture that was uploaded in an earlier visit. */
  file: File | null;
  preview: string;
  state: 'waiting' | 'sending' | 'processing' | 'ready' | 'failed';
  /** 0…1 of the bytes sent. */
  progress: number;
  /** What the server made of it, once ready. */
  picture: Picture | null;
  problem: string | null;
  /** False when the server refused what is in the file: sending it again cannot help. */
  canRetry: boolean;
}

export const maxPictures = 9;
const atOnce = 2;

/** The pictures of one post: sent two at a time, in any order of arrival, kept in the author's order. */
export function useUploads() {
  const uploads = ref<Upload[]>([]);
  const aborts = new Map<number, AbortController>();
  let nextKey = 0;

  const ready = computed(() => uploads.value.filter((upload) => upload.state === 'ready'));
  const failed = computed(() => uploads.value.filter((upload) => upload.state === 'failed'));
  const busy = computed(() => uploads.value.length > ready.value.length + failed.value.length);
  const pictures = computed(() => ready.value.flatMap((upload) => upload.picture ?? []));
  const imageIds = computed(() => pictures.value.map((picture) => picture.id));

  function load(existing: Picture[]): void {
    uploads.value = existing.map((picture) => make({ preview: picture.urls.thumb, state: 'ready', progress: 1, picture }));
  }

  function make(fields: Partial<Upload>): Upload {
    return reactive({ key: nextKey++, file: null, preview: '', state: 'waiting', progress: 0, picture: null, problem: null, canRetry: false, ...fields });
  }

  /** Takes as many as there is room for and returns how many were left out. */
  function add(files: File[]): number {
    const room = maxPictures - uploads.value.length;
    for (const file of files.slice(0, room)) uploads.value.push(make({ file, preview: URL.createObjectURL(file) }));
    pump();
    return Math.max(0, files.length - room);
  }

  function pump(): void {
    const running = uploads.value.filter((upload) => upload.state === 'sending' || upload.state === 'processing').length;
    for (const upload of uploads.value.filter((each) => each.state === 'waiting').slice(0, Math.max(0, atOnce - running))) void run(upload);
  }

  async function run(upload: Upload): Promise<void> {
    if (!upload.file) return;
    const abort = new AbortController();
    aborts.set(upload.key, abort);
    Object.assign(upload, { state: 'sending', progress: 0, problem: null });
    try {
      const sent = await sendImage(upload.file, abort.signal, (share) => (upload.progress = share));
      Object.assign(upload, { state: 'processing', progress: 1 });
      const picture = await waitUntilReady(sent, abort.signal);
      Object.assign(upload, { state: 'ready', picture });
    } catch (error) {
      if (abort.signal.aborted) return;
      Object.assign(upload, { state: 'failed', problem: problemWords(error), canRetry: error instanceof Problem && error.isPassing });
    } finally {
      aborts.delete(upload.key);
      pump();
    }
  }

  function retry(upload: Upload): void {
    upload.state = 'waiting';
    pump();
  }

  function remove(upload: Upload): void {
    aborts.get(upload.key)?.abort();
    uploads.value = uploads.value.filter((each) => each.key !== upload.key);
    if (upload.file) URL.revokeObjectURL(upload.preview);
    pump();
  }

  function move(from: number, to: number): void {
    const target = Math.max(0, Math.min(to, uploads.value.length - 1));
    const [moved] = uploads.value.splice(from, 1);
    if (moved) uploads.value.splice(target, 0, moved);
  }

  onScopeDispose(() => {
    for (const abort of aborts.values()) abort.abort();
    for (const upload of uploads.value) if (upload.file) URL.revokeObjectURL(upload.preview);
  });

  return { uploads, failed, busy, pictures, imageIds, load, add, retry, remove, move };
}
