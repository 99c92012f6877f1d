/** What a body may leave open, and who reads it in the end: the promoter's own link and name. */
export interface PlaceholderValues {
  readonly 我的链接: string;
  readonly 昵称: string;
}

/** White space is cut from the name in code: asked of the pattern, a long run of spaces would keep the process busy for minutes. */
const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;
const KNOWN: readonly string[] = ['我的链接', '昵称'] satisfies (keyof PlaceholderValues)[];

/** Names written between `{{ }}` that nothing will ever fill. */
export function unknownPlaceholders(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => (match[1] ?? '').trim()).filter((name) => !KNOWN.includes(name));
}

/** The text as the promoter pastes it. Values are taken as they are: what they contain is never read as a placeholder again. */
export function renderPlaceholders(text: string, values: PlaceholderValues): string {
  return text.replace(PLACEHOLDER, (whole, inside: string) => {
    const name = inside.trim();
    return KNOWN.includes(name) ? values[name as keyof PlaceholderValues] : whole;
  });
}
