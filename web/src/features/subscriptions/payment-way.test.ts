import { methodWith } from '../../testing/factories';
import { CARD, choiceOf, LINK, wishOf } from './payment-way';

const visa = methodWith({ id: 'visa', isDefault: true });
const master = methodWith({ id: 'master' });
const card = (paymentMethodId: string | null) => ({ kind: 'CARD' as const, paymentMethodId });

test.each([
  ['the link', { kind: 'LINK' as const, paymentMethodId: null }, [visa], LINK],
  ['a card of its own', card('master'), [visa, master], 'master'],
  ['whichever is the default', card(null), [master, visa], 'visa'],
  ['a default that is still to come', card(null), [master], CARD],
  ['a card that is gone', card('gone'), [visa], 'gone'],
])('%s is the choice', (_, way, methods, choice) => {
  expect(choiceOf(way, methods)).toBe(choice);
});

test.each([
  ['the link names no card', LINK, { paymentMethodId: null }],
  ['the default card stays whichever it is', 'visa', {}],
  ['another card is named', 'master', { paymentMethodId: 'master' }],
  ['a card that is still to come is the default one', CARD, {}],
])('%s', (_, choice, wish) => {
  expect(wishOf(choice, [visa, master])).toEqual(wish);
});
