import type Stripe from 'stripe';
import { endpoint, type Endpoint } from '../api/endpoint';
import { invalidRequest, resourceMissing } from '../api/errors';
import { clearable, mergeMetadata, metadata, text } from '../api/parameters';
import { newId } from '../ids';
import type { Call } from '../world';

const fields = {
  id: text().optional(),
  name: text(),
  description: clearable(text()).optional(),
  metadata: metadata().optional(),
};

export function findProduct(call: Call, id: string, param: string, status: 400 | 404 = 400): Stripe.Product {
  const product = call.objects.products.get(id);
  if (!product) throw resourceMissing('product', id, param, status);
  return product;
}

export const productEndpoints: readonly Endpoint[] = [
  endpoint('post', '/products', fields, (call, given) => {
    const id = given.id ?? newId('prod');
    if (call.objects.products.has(id)) {
      throw invalidRequest('Product already exists.', { code: 'resource_already_exists', param: 'id' });
    }
    const product: Stripe.Product = {
      id,
      object: 'product',
      active: true,
      created: call.now,
      description: given.description ?? null,
      images: [],
      livemode: false,
      marketing_features: [],
      metadata: mergeMetadata({}, given.metadata),
      name: given.name,
      package_dimensions: null,
      shippable: null,
      tax_details: null,
      type: 'service',
      updated: call.now,
      url: null,
    };
    call.objects.products.set(id, product);
    return product;
  }),
  endpoint('get', '/products/:id', {}, (call, _given, id) => findProduct(call, id, 'id', 404)),
];
