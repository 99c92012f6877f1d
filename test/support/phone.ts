/**
 * As much of a browser as the client's pure code asks for: a storage, a page that may be hidden, a network that may be away. What needs
 * a real document is tried in a real Chromium (test/browser).
 */
class Storage {
  private readonly kept = new Map<string, string>();

  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.kept.set(key, value);
  }

  removeItem(key: string): void {
    this.kept.delete(key);
  }

  clear(): void {
    this.kept.clear();
  }
}

const page = new EventTarget();
const browser = {
  localStorage: new Storage(),
  navigator: { onLine: true },
  location: { origin: 'https://hub.example' },
  // Vue makes a template as it loads, and nothing more until something is mounted.
  document: Object.assign(new EventTarget(), { hidden: false, documentElement: { lang: '' }, createElement: () => ({}) }),
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
  dispatchEvent: page.dispatchEvent.bind(page),
};

// Newer versions of Node have getters of some of these names, which an assignment would not replace.
for (const [name, value] of Object.entries(browser)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
