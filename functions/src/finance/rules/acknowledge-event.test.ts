import { thrownBy } from '../../testing/thrown-by';
import { acknowledge } from './acknowledge-event';

const NOW = new Date('2026-11-24T10:00:00Z');
const command = {
  gatewayEventId: 'stripe_evt_1',
  note: 'The payment was made at another shop of ours.',
  actor: { uid: 'finance', role: 'finance', auditId: 'audit' },
};
const failed = { outcome: 'FAILED', acknowledgement: null } as const;

test('a failed event is acknowledged, with a note and a line in the audit log', () => {
  expect(acknowledge({ event: failed }, command, NOW)).toEqual({
    writes: [
      {
        op: 'update',
        path: 'gatewayEvents/stripe_evt_1',
        fields: { acknowledgement: { at: NOW, by: 'finance', note: command.note } },
      },
      {
        op: 'create',
        path: 'auditLog/audit',
        fields: {
          actorId: 'finance',
          actorRole: 'finance',
          action: 'finance.acknowledgeEvent',
          subject: 'gatewayEvents/stripe_evt_1',
          reason: command.note,
        },
      },
    ],
    result: { gatewayEventId: 'stripe_evt_1' },
  });
});

test('a second acknowledgement leaves the first', () => {
  const acknowledgement = { at: NOW, by: 'another', note: 'Settled.' };
  expect(acknowledge({ event: { ...failed, acknowledgement } }, command, NOW).writes).toEqual([]);
});

test.each([
  ['nothing there', null, 'GATEWAY_EVENT_NOT_FOUND'],
  ['applied meanwhile', { ...failed, outcome: 'APPLIED' as const }, 'GATEWAY_EVENT_NOT_FAILED'],
  ['ignored', { ...failed, outcome: 'IGNORED' as const }, 'GATEWAY_EVENT_NOT_FAILED'],
])('%s is refused', (_edge, event, code) => {
  expect(thrownBy(() => acknowledge({ event }, command, NOW))).toMatchObject({ code });
});
