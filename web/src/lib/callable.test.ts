import { CallError, callErrorOf } from './callable';

it("reads the server's reason and its facts", () => {
  const error = Object.assign(new Error('…'), {
    code: 'functions/failed-precondition',
    details: { code: 'BUYER_INCOMPLETE', facts: { missing: 'address' } },
  });
  expect(callErrorOf(error)).toMatchObject({ code: 'BUYER_INCOMPLETE', facts: { missing: 'address' } });
});

it('takes a failure without a reason for a fault of ours', () => {
  expect(callErrorOf(new Error('internal')).code).toBe('INTERNAL');
});

it('blames the connection when there is none', () => {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  expect(callErrorOf(new Error('internal')).code).toBe('OFFLINE');
  jest.restoreAllMocks();
});

it('leaves its own errors as they are', () => {
  const error = new CallError('INVOICE_CANCELLED');
  expect(callErrorOf(error)).toBe(error);
});
