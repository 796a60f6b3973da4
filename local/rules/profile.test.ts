import { user } from '../../functions/src/schema/user';
import { bad, type Change, good, present } from './profile-cases';
import { profile } from './world';

const accepts = (change: Change) => user.safeParse(present({ ...profile('owner'), ...change })).success;

test.each(good)('the schema takes what the rules take: %s', (_label, change) => {
  expect(accepts(change)).toBe(true);
});

test.each(bad)('the schema refuses what the rules refuse: %s', (_label, change) => {
  expect(accepts(change)).toBe(false);
});
