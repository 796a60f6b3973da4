import type { Page } from '@playwright/test';

/** What the policy refused since the page was opened, as the browser's console tells it. */
export function refusals(page: Page): string[] {
  const seen: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Permissions-Policy/.test(message.text())) seen.push(message.text());
  });
  return seen;
}
