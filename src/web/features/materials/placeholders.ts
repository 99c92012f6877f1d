/** What an author may leave open in a text; the server fills it in for each promoter. */
export const placeholders = ['我的链接', '昵称'] as const;
export type Placeholder = (typeof placeholders)[number];

export type Segment = { text: string } | { placeholder: Placeholder };

const pattern = new RegExp(`\\{\\{\\s*(${placeholders.join('|')})\\s*\\}\\}`);

/** Splits a body at its placeholders, keeping order; unknown `{{…}}` stays text. */
export function segmentsOf(body: string): Segment[] {
  return body
    .split(pattern)
    .map((piece, index): Segment => (index % 2 === 1 ? { placeholder: piece as Placeholder } : { text: piece }))
    .filter((segment) => 'placeholder' in segment || segment.text !== '');
}

/** The first `{{…}}` that nothing would fill; the server refuses such a text. */
export function unknownPlaceholder(body: string): string | null {
  for (const [token, name] of body.matchAll(/\{\{([^{}]*)\}\}/g)) {
    if (!placeholders.some((known) => known === name?.trim())) return token;
  }
  return null;
}

export function tokenOf(placeholder: Placeholder): string {
  return `{{${placeholder}}}`;
}

/** The text with every placeholder replaced. */
export function fillIn(body: string, values: Record<Placeholder, string>): string {
  return segmentsOf(body)
    .map((segment) => ('placeholder' in segment ? values[segment.placeholder] : segment.text))
    .join('');
}
