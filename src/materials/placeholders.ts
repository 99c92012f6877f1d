/** What a body may leave open, and who reads it in the end: the promoter's own link and name. */
export interface PlaceholderValues {
  readonly 我的链接: string;
  readonly 昵称: string;
}

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;
const KNOWN: readonly string[] = ['我的链接', '昵称'] satisfies (keyof PlaceholderValues)[];

/** Names written between `{{ }}` that nothing will ever fill. */
export function unknownPlaceholders(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '').filter((name) => !KNOWN.includes(name));
}

/** The text as the promoter pastes it. Values are taken as they are: what they contain is never read as a placeholder again. */
export function renderPlaceholders(text: string, values: PlaceholderValues): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => (KNOWN.includes(name) ? values[name as keyof PlaceholderValues] : whole));
}
