import { callerOf, requireStaff } from './auth';
import { thrownBy } from '../testing/thrown-by';

test.each([
  ['no claim', {}, null],
  ['finance', { role: 'finance' }, 'finance'],
  ['admin', { role: 'admin' }, 'admin'],
  ['a role that we do not know', { role: 'owner' }, null],
  ['a claim of another type', { role: ['admin'] }, null],
  ['a role in capitals', { role: 'ADMIN' }, null],
])('%s', (_edge, token, role) => {
  const caller = callerOf({ uid: 'user-1', token });
  expect(caller).toEqual({ uid: 'user-1', role });
  const require = () => {
    requireStaff(caller);
  };
  if (role === null) expect(thrownBy(require)).toMatchObject({ code: 'PERMISSION_DENIED' });
  else expect(require).not.toThrow();
});

test('nobody', () => {
  expect(thrownBy(() => callerOf(undefined))).toMatchObject({ code: 'UNAUTHENTICATED' });
});
