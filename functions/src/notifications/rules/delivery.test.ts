import { aUser } from '../../testing/factories';
import type { Mail, MailDelivery } from '../../schema/mail';
import type { MailOutcome } from './delivery';
import { settleMail, takeMail } from './delivery';

const NOW = new Date('2026-03-10T10:00:00Z');
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const message = { subject: 'Konu', text: 'Metin', html: '<p>Metin</p>' };
const users = [aUser()];

function aMail(delivery?: Partial<MailDelivery>): Mail {
  const stamps = { createdAt: NOW, updatedAt: NOW };
  const whole = {
    state: 'PROCESSING',
    startTime: minutes(-60),
    endTime: null,
    leaseExpireTime: minutes(2),
    attempts: 1,
    error: null,
  } as const;
  return {
    toUids: ['user-1'],
    message,
    ...(delivery === undefined ? {} : { delivery: { ...whole, ...delivery } }),
    ...stamps,
  };
}

describe('a mail is taken', () => {
  test('for the first time', () => {
    const { writes, result } = takeMail({ mail: aMail(), users }, 'mail-1', NOW);
    expect(result).toEqual({ mailId: 'mail-1', to: ['ayse@customer.example'], message, attempt: 1 });
    const delivery = {
      state: 'PROCESSING',
      startTime: NOW,
      endTime: null,
      leaseExpireTime: minutes(3),
      attempts: 1,
      error: null,
    };
    expect(writes).toEqual([{ op: 'update', path: 'mail/mail-1', fields: { delivery } }]);
  });

  test.each<[string, Partial<MailDelivery>, number | null]>([
    ['while somebody else sends it: no', { leaseExpireTime: minutes(1) }, null],
    ['whose sender died', { leaseExpireTime: minutes(0) }, 2],
    ['before its next try: no', { state: 'RETRY', attempts: 2, leaseExpireTime: minutes(1) }, null],
    ['when its next try has come', { state: 'RETRY', attempts: 2, leaseExpireTime: minutes(-1) }, 3],
    ['that staff set to RETRY by hand', { state: 'RETRY', attempts: 5, leaseExpireTime: null }, 6],
    ['that the extension left behind', { state: 'PENDING', attempts: 0, leaseExpireTime: null }, 1],
    ['that was sent: no', { state: 'SUCCESS', leaseExpireTime: null }, null],
    ['that was given up: no', { state: 'ERROR', leaseExpireTime: null }, null],
  ])('%s', (_edge, delivery, attempt) => {
    const { writes, result } = takeMail({ mail: aMail(delivery), users }, 'mail-1', NOW);
    expect(result?.attempt ?? null).toBe(attempt);
    expect(writes).toHaveLength(attempt === null ? 0 : 1);
  });

  test.each([
    ['whose reader has left', [null]],
    ['whose reader has no address', [aUser({ email: '' })]],
    ['whose reader has two', [aUser({ email: 'a@x.example, b@x.example' })]],
    ['whose reader has a line more', [aUser({ email: 'a@x.example\r\nBcc: b@x.example' })]],
  ])('%s: given up', (_edge, readers) => {
    const { writes, result } = takeMail({ mail: aMail(), users: readers }, 'mail-1', NOW);
    expect(result).toBeNull();
    expect(writes).toMatchObject([{ fields: { delivery: { state: 'ERROR', leaseExpireTime: null } } }]);
  });
});

describe('what became of it', () => {
  const sent: MailOutcome = { kind: 'SENT', messageId: '<mail-1@x>', response: '250 OK' };
  const failed: MailOutcome = { kind: 'FAILED', error: '451 later', isFinal: false };
  const refused: MailOutcome = { kind: 'FAILED', error: '550 nobody here', isFinal: true };
  const settled = (outcome: MailOutcome, attempts: number) =>
    settleMail({ mail: aMail({ attempts }) }, { mailId: 'mail-1', attempt: attempts }, outcome, NOW);

  test('sent', () => {
    const { writes, result } = settled(sent, 1);
    expect(result).toBe('SUCCESS');
    expect(writes).toMatchObject([
      {
        path: 'mail/mail-1',
        fields: {
          delivery: {
            state: 'SUCCESS',
            endTime: NOW,
            leaseExpireTime: null,
            error: null,
            info: { messageId: '<mail-1@x>', response: '250 OK' },
          },
        },
      },
    ]);
  });

  test.each([
    [1, 10],
    [2, 60],
    [3, 240],
    [4, 720],
  ])('failed for the %i. time: again in %i minutes', (attempts, later) => {
    expect(settled(failed, attempts).writes).toMatchObject([
      { fields: { delivery: { state: 'RETRY', leaseExpireTime: minutes(later), error: '451 later' } } },
    ]);
  });

  test.each([
    ['failed for the fifth time', failed, 5],
    ['refused for good', refused, 1],
  ])('%s: given up', (_edge, outcome, attempts) => {
    expect(settled(outcome, attempts).writes).toMatchObject([
      { fields: { delivery: { state: 'ERROR', leaseExpireTime: null } } },
    ]);
  });

  test.each<[string, Partial<MailDelivery>]>([
    ['who lost the lease says nothing', { attempts: 2 }],
    ['who comes after the end says nothing', { state: 'SUCCESS' }],
  ])('%s', (_edge, delivery) => {
    const late = { mailId: 'mail-1', attempt: 1 };
    expect(settleMail({ mail: aMail(delivery) }, late, failed, NOW)).toEqual({ writes: [], result: null });
  });
});
