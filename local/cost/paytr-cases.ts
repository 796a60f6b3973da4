import type { Wired } from '../flows/gateways';
import { leave, openPage, pay } from '../paytr/customer';
import type { Paytr } from '../paytr/server';
import { testCards } from '../paytr/test-cards';
import type { CostCase } from './cost-case';
import { casesOf } from './cost-case';
import { checkout, fillWallet, inTurkey, topUp } from './scenes';

/** PayTR's notices; its page is the stand-in's, so that all that is counted is the callback. */
export const paytrCases = (paytr: Wired<Paytr>): readonly CostCase[] => {
  const paying = (url: string | null, card: keyof typeof testCards) => async () => {
    await pay(url ?? '', { card: testCards[card] });
    await paytr.settled();
  };
  const leaving = (url: string | null) => async () => {
    await leave(await openPage(url ?? ''));
    await paytr.settled();
  };
  return [
    ...casesOf('paytr success', {
      'paid by card': async () => paying((await checkout(await inTurkey())).url, 'visa'),
      'a part was held in the wallet': async () => {
        const scene = await inTurkey();
        await fillWallet(scene.userId, 'TRY');
        return paying((await checkout(scene, { useWallet: true })).url, 'visa');
      },
      'a top-up': async () => paying((await topUp(await inTurkey())).url, 'visa'),
    }),
    ...casesOf('paytr failed', {
      'a declined card': async () => paying((await checkout(await inTurkey())).url, 'insufficientFunds'),
      'a part was held in the wallet': async () => {
        const scene = await inTurkey();
        await fillWallet(scene.userId, 'TRY');
        return leaving((await checkout(scene, { useWallet: true })).url);
      },
      'a top-up that was given up': async () => leaving((await topUp(await inTurkey())).url),
    }),
  ];
};
