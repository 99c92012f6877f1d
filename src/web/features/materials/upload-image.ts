import { answer, api, writeHeaders } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Picture } from '../../api/types';

const firstPollMs = 400;
const lastPollMs = 2_000;
const giveUpMs = 90_000;

/** Sends one file; XMLHttpRequest, because fetch cannot tell how much of a body has left the phone. `onProgress` gets 0…1. */
export function sendImage(file: File, signal: AbortSignal, onProgress: (share: number) => void): Promise<Picture> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/images');
    request.responseType = 'json';
    for (const [name, value] of Object.entries(writeHeaders)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress(loaded / total);
    request.onerror = () => reject(new Problem('network', 0, 'The upload was cut off.'));
    request.onabort = () => reject(new DOMException('Removed', 'AbortError'));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Picture);
      else reject(Problem.from(new Response(null, { status: Math.max(200, request.status), headers: requestIdOf(request) }), request.response));
    };
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

/** Waits until the server has made its variants, or says why it will not. */
export async function waitUntilReady(picture: Picture, signal: AbortSignal): Promise<Picture> {
  const until = Date.now() + giveUpMs;
  let current = picture;
  for (let pauseMs = firstPollMs; current.state === 'processing'; pauseMs = Math.min(pauseMs * 1.5, lastPollMs)) {
    if (Date.now() > until) throw new Problem('image.slow', 503, 'The picture is still being processed.');
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (signal.aborted) throw new DOMException('Removed', 'AbortError');
    current = await answer(api.GET('/api/images/{id}', { params: { path: { id: picture.id } }, signal }));
  }
  if (current.state === 'refused') throw new Problem(current.refusal ?? 'image.broken', 422, 'Refused.');
  return current;
}

function requestIdOf(request: XMLHttpRequest): HeadersInit {
  const id = request.getResponseHeader('x-request-id');
  return id ? { 'x-request-id': id } : {};
}
