import { render, screen } from '@testing-library/react';
import i18next from 'i18next';
import type { ComponentType } from 'react';
import { ErrorBoundary } from '../components/error-boundary';
import { DownloadError, onDemand } from './on-demand';

function Greeting({ name }: { readonly name: string }) {
  return <p>Merhaba {name}</p>;
}

const here = () => Promise.resolve({ default: Greeting });

/** Work whose end the test decides. */
function held<T>(result: T) {
  let end: () => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    end = () => {
      resolve(result);
    };
  });
  return { promise, end };
}

test('what stands in its place gives way when it has come', async () => {
  const coming = held<{ default: ComponentType<{ name: string }> }>({ default: Greeting });
  const Late = onDemand(() => coming.promise, { meanwhile: <p>Bir dakika</p> });
  render(<Late name="Ada" />);
  screen.getByText('Bir dakika');
  coming.end();
  await screen.findByText('Merhaba Ada');
  expect(screen.queryByText('Bir dakika')).toBeNull();
});

test('what was downloaded before is there at once', async () => {
  const Early = onDemand(here);
  await Early.download();
  const { container } = render(<Early name="Ada" />);
  expect(container.textContent).toBe('Merhaba Ada');
});

test('it waits for its words', async () => {
  const words = held(undefined);
  const loadNamespaces = jest.spyOn(i18next, 'loadNamespaces').mockReturnValue(words.promise);
  const Worded = onDemand(here, { words: ['account'] });
  const download = Worded.download();
  const { container } = render(<Worded name="Ada" />);
  expect(loadNamespaces).toHaveBeenCalledWith(['account']);
  await new Promise(setImmediate);
  expect(container.textContent).toBe('');
  words.end();
  await download;
  await screen.findByText('Merhaba Ada');
  loadNamespaces.mockRestore();
});

test('a failed download is the error boundary’s, and tried again when it is shown anew', async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const load = jest
    .fn<ReturnType<typeof here>, []>()
    .mockRejectedValueOnce(new Error('offline'))
    .mockImplementation(here);
  const Fragile = onDemand(load);
  const shown = (address: string) => (
    <ErrorBoundary
      key={address}
      fallback={(error) => <p>{error instanceof DownloadError ? 'Bağlantı yok' : 'Başka'}</p>}
    >
      <Fragile name="Ada" />
    </ErrorBoundary>
  );
  const { rerender } = render(shown('/first'));
  await screen.findByText('Bağlantı yok');
  rerender(shown('/second'));
  await screen.findByText('Merhaba Ada');
  logged.mockRestore();
});
