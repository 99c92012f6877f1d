import { onBeforeUnmount, ref } from 'vue';

/**
 * How pictures get to the album here. WeChat knows only the long press on a plain https picture; phones' browsers may hand files
 * to the system's share panel; anywhere else a zip is honest.
 */
export function savingWay(): 'gallery' | 'share' | 'zip' {
  if (/MicroMessenger/i.test(navigator.userAgent)) return 'gallery';
  return matchMedia('(pointer: coarse)').matches && canShareFiles() ? 'share' : 'zip';
}

function canShareFiles(): boolean {
  try {
    return navigator.canShare({ files: [new File([], '1.jpg', { type: 'image/jpeg' })] });
  } catch {
    return false;
  }
}

/** Fetches pictures in order as `1.jpg`, `2.jpg` … */
export function usePictureFiles(urls: string[]) {
  const ready = ref(0);
  const abort = new AbortController();
  let files: Promise<File[]> | undefined;

  async function fetchOne(url: string, index: number): Promise<File> {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok) throw new Error(`Picture ${index + 1} answered ${response.status}`);
    const blob = await response.blob();
    ready.value += 1;
    return new File([blob], `${index + 1}.jpg`, { type: blob.type || 'image/jpeg' });
  }

  /** Starts once and is remembered; after a failure the next call starts over. */
  function load(): Promise<File[]> {
    files ??= Promise.all(urls.map(fetchOne)).catch((error: unknown) => {
      files = undefined;
      ready.value = 0;
      throw error;
    });
    return files;
  }

  onBeforeUnmount(() => abort.abort());
  return { ready, load };
}

/** Downloads the files: one as it is, several as one archive. */
export async function download(files: File[], name: string): Promise<void> {
  const [only] = files;
  const single = files.length === 1 && only;
  const blob = single || (await (await import('client-zip')).downloadZip(files).blob());
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.${single ? 'jpg' : 'zip'}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
