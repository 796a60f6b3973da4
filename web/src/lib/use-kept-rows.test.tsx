import { screen } from '@testing-library/react';
import { live } from '../testing/live-states';
import { renderInApp } from '../testing/render';
import type { Live } from './live';
import type { Pages } from './live-pages';
import { useKeptRows } from './use-kept-rows';

function List({ asked, subject = null }: { asked: Live<Pages<string>>; subject?: string | null }) {
  const { rows, areOld } = useKeptRows(asked, subject);
  const words = rows.status === 'ready' ? rows.data.rows.join(' ') : rows.status;
  const more = rows.status === 'ready' && rows.data.loadMore !== null ? ', and more' : '';
  return <p>{`${words}${more}${areOld ? ' (old)' : ''}`}</p>;
}

const text = () => screen.getByRole('paragraph').textContent;
const full: Live<Pages<string>> = {
  status: 'ready',
  data: { rows: ['a', 'b'], loadMore: () => undefined, isLoadingMore: false },
};

it('keeps the rows until the next answer is there, and offers no more of the old ones', async () => {
  const { update } = await renderInApp(<List asked={live.loading} />);
  expect(text()).toBe('loading');
  update(<List asked={full} />);
  expect(text()).toBe('a b, and more');
  update(<List asked={live.loading} />);
  expect(text()).toBe('a b (old)');
  update(<List asked={live.rows('c')} />);
  expect(text()).toBe('c');
});

it('keeps no rows of another account', async () => {
  const { update } = await renderInApp(<List asked={full} />);
  update(<List asked={live.loading} subject="org" />);
  expect(text()).toBe('loading');
});

it('keeps neither nothing nor a failure', async () => {
  const { update } = await renderInApp(<List asked={full} />);
  update(<List asked={live.rows()} />);
  update(<List asked={live.loading} />);
  expect(text()).toBe('loading');
  update(<List asked={full} />);
  update(<List asked={live.failed()} />);
  expect(text()).toBe('failed');
  update(<List asked={live.loading} />);
  expect(text()).toBe('loading');
});
