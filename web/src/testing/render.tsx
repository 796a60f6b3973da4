import type { Locale } from '@hyble/billing-functions/src/schema/common';
import { render } from '@testing-library/react';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { Providers } from '../app/providers';
import { startI18n } from '../lib/i18n';

interface RenderSettings {
  readonly locale?: Locale;
  /** Width of the window in CSS pixels; 1280 unless told. */
  readonly width?: number;
  /** The address that is open; `/` unless told. */
  readonly path?: string;
}

/** Renders inside what the app provides, in a language and at a width. */
export async function renderInApp(ui: ReactNode, settings: RenderSettings = {}) {
  await prepareApp(settings);
  return renderPrepared(ui, settings);
}

/** The part of `renderInApp` that takes real time; a test with fake timers begins them after it. */
export async function prepareApp({ locale = 'tr', width = 1280 }: RenderSettings = {}): Promise<void> {
  window.matchMedia = (media) => matchMediaAt(media, width);
  window.scrollTo = () => undefined;
  window.ResizeObserver = NothingMoves;
  if (!i18next.isInitialized) await startI18n();
  await i18next.changeLanguage(locale);
  await i18next.loadNamespaces(['account', 'console', 'invoiceSearch', 'signIn', 'subscriptions']);
}

export function renderPrepared(ui: ReactNode, { path = '/' }: Pick<RenderSettings, 'path'> = {}) {
  const { hook, searchHook, history } = memoryLocation({ path, record: true });
  const wrap = (content: ReactNode) => (
    <Router hook={hook} searchHook={searchHook}>
      <Providers>{content}</Providers>
    </Router>
  );
  const view = render(wrap(ui));
  return {
    ...view,
    history,
    update: (changed: ReactNode) => {
      view.rerender(wrap(changed));
    },
  };
}

/** Enough of media queries for "at most this wide"; everything else does not match. */
function matchMediaAt(media: string, width: number): MediaQueryList {
  const widest = /max-width: ([\d.]+)em/.exec(media)?.[1];
  const matches = widest !== undefined && width <= Number(widest) * 16;
  return Object.assign(new EventTarget(), { media, matches, onchange: null }) as MediaQueryList;
}

/** Without a layout nothing changes its size. */
class NothingMoves implements ResizeObserver {
  observe() {
    return undefined;
  }
  unobserve() {
    return undefined;
  }
  disconnect() {
    return undefined;
  }
}
