import { shallowRef } from 'vue';
import type { Material } from '../../api/types';
import { copyText } from '../../parts/copy-text';
import { currentAccount } from '../accounts/session';
import { recordReuse } from './reuse-queue';

/** One opening of the copy sheet. */
export interface CopyFlow {
  material: Material;
  /** `manual`: the browser refused, the promoter copies the selected text by hand. `visitor`: nobody is signed in. */
  text: 'copied' | 'manual' | 'visitor';
}

/** The sheet on screen, or null. */
export const copyFlow = shallowRef<CopyFlow | null>(null);

/** Copies within the tap itself: a few seconds later phones refuse. The sheet opens whatever came of it. */
export async function startCopy(material: Material): Promise<void> {
  if (!material.ready || !currentAccount()) {
    copyFlow.value = { material, text: 'visitor' };
    return;
  }
  const copied = await copyText(material.ready.text);
  if (copied) recordReuse(material, 'copied');
  copyFlow.value = { material, text: copied ? 'copied' : 'manual' };
}

/** Opens the sheet at the steps that are left, without copying again. */
export function resumeCopy(material: Material): void {
  copyFlow.value = { material, text: 'copied' };
}
