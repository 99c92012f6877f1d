import { computed, ref, watchEffect, type ComputedRef } from 'vue';

export type Locale = 'zh' | 'en';

const storageKey = 'mz.locale';

/** The language on screen. Chinese unless this phone chose otherwise. */
export const locale = ref<Locale>(readChoice());

watchEffect(() => {
  document.documentElement.lang = locale.value === 'zh' ? 'zh-CN' : 'en';
});

export function chooseLocale(chosen: Locale): void {
  locale.value = chosen;
  try {
    localStorage.setItem(storageKey, chosen);
  } catch {
    // Private mode keeps the choice for this visit only.
  }
}

/**
 * The words of one feature in both languages; `en` must say everything `zh` says, in the same shape.
 * Read them as `words.value.x` in scripts and `words.x` in templates: they follow the language switch.
 */
export function defineWords<T>(zh: T, en: NoInfer<T>): ComputedRef<T> {
  return computed(() => (locale.value === 'zh' ? zh : en));
}

function readChoice(): Locale {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}
