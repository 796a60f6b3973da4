import { fireEvent, render, screen } from '@testing-library/react';
import { Link, Router } from 'wouter';
import { Providers } from '../app/providers';
import { asLeft, rememberSearch } from '../lib/way-back';
import { prepareApp } from '../testing/render';
import { BackLink } from './back-link';

const LIST = '/invoices?tab=paid&number=2026&sort=oldest&account=org';
const WAYS = ['/invoices', LIST, '/invoices/i-1', '/invoices/i-1/edit', '/console/invoices?status=DRAFT'];

/** Opens an address of its own accord and follows links from there, in the browser's own history. */
async function follow(first: string, ...hrefs: string[]): Promise<void> {
  await prepareApp();
  history.replaceState(null, '', first);
  render(
    <Router aroundNav={rememberSearch}>
      <Providers>
        {WAYS.map((href) => (
          <Link key={href} href={href}>{`to ${href}`}</Link>
        ))}
        <Link href="/sign-in" replace>
          out
        </Link>
        <BackLink href="/invoices?account=org" label="back to the organization’s" />
        <BackLink href="/invoices" label="back to one’s own" />
        <BackLink href="/console/invoices" label="back in the console" />
      </Providers>
    </Router>,
  );
  hrefs.forEach(click);
}

const click = (name: string) => fireEvent.click(screen.getByRole('link', { name }));
const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href');

it('leads back to the list as it was left', async () => {
  await follow(LIST, 'to /invoices/i-1');
  expect(hrefOf('back to the organization’s')).toBe(LIST);
  click('back to the organization’s');
  expect(location.pathname + location.search).toBe(LIST);
});

it('does so from further on, and for each list', async () => {
  await follow('/console/invoices?status=DRAFT', `to ${LIST}`, 'to /invoices/i-1', 'to /invoices/i-1/edit');
  expect(hrefOf('back to the organization’s')).toBe(LIST);
  expect(hrefOf('back in the console')).toBe('/console/invoices?status=DRAFT');
});

it.each<[string, string[]]>([
  ['a page that was opened of its own accord', ['/invoices/i-1']],
  ['a list that was left as it is', [LIST, 'to /invoices', 'to /invoices/i-1']],
  ['somebody who signed out', [LIST, 'to /invoices/i-1', 'out']],
])('leads to the whole list from %s', async (_label, [first = '', ...hrefs]) => {
  await follow(first, ...hrefs);
  expect(hrefOf('back to the organization’s')).toBe('/invoices?account=org');
});

it('leads to no other account’s list', async () => {
  await follow(LIST, 'to /invoices/i-1');
  expect(hrefOf('back to one’s own')).toBe('/invoices');
});

it.each([null, 'text', 7, { other: 1 }, { searches: null }])('finds no search in the state %j', (state) => {
  expect(asLeft('/invoices', state)).toBe('/invoices');
});
