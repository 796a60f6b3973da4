/** Markup that is safe to send. */
export interface Html {
  readonly markup: string;
}

type Value = string | number | null | undefined | Html | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function render(value: Value): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') {
    return String(value).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
  }
  return 'markup' in value ? value.markup : value.map((part) => part.markup).join('');
}

/** Template tag: every value is escaped unless it is markup itself; null and undefined leave nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { markup: String.raw({ raw: parts }, ...values.map(render)) };
}

/** Markup written in the code, such as a stylesheet. */
export const raw = (markup: string): Html => ({ markup });
