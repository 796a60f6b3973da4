import { errorOf, startHarness, type Harness } from '../testing/harness';

let stripe: Harness;
beforeAll(async () => {
  stripe = await startHarness();
  const all: Record<string, string>[] = [{ a: '1', b: 'x "y"' }, { a: '1' }, { a: '2' }];
  for (const metadata of all) {
    await stripe.client.customers.create({ metadata });
  }
});
afterAll(() => stripe.close());

const search = (query: string, limit?: number) =>
  stripe.client.customers.search({ query, ...(limit !== undefined && { limit }) });

test.each([
  ['one value', 'metadata["a"]:"1"', 2],
  ['two values', 'metadata["a"]:"1" AND metadata["b"]:"x \\"y\\""', 1],
  ['a value that nobody has', 'metadata["a"]:"3"', 0],
  ['a key that nobody has', 'metadata["c"]:"1"', 0],
])('%s', async (_edge, query, count) => {
  const found = await search(query);
  expect(found).toMatchObject({ object: 'search_result', has_more: false });
  expect(found.data).toHaveLength(count);
});

test('no more than asked, the newest first', async () => {
  const found = await search('metadata["a"]:"1"', 1);
  expect(found).toMatchObject({ has_more: true, data: [{ metadata: { a: '1' } }] });
  expect(found.data[0]?.metadata.b).toBeUndefined();
});

test.each(['email:"a@b.co"', 'metadata["a"]', '', 'metadata["a"]:"1" OR metadata["a"]:"2"'])(
  'what is not imitated is refused: %j',
  async (query) => {
    expect(await errorOf(search(query))).toMatchObject({ statusCode: 400, param: 'query' });
  },
);
