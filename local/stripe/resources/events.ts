import type Stripe from 'stripe';
import { z } from 'zod';
import { endpoint, type Endpoint } from '../api/endpoint';
import { invalidRequest, resourceMissing, type ApiError } from '../api/errors';
import { page } from '../api/pagination';
import { boolean, instantRange, isWithin, paging, text } from '../api/parameters';

const listFields = {
  ...paging,
  created: instantRange().optional(),
  delivery_success: boolean().optional(),
  type: text().optional(),
  types: z.array(text()).max(20).optional(),
};

type ListRequest = z.output<z.ZodObject<typeof listFields>>;

const missing = (id: string, param: string, status: 400 | 404 = 400): ApiError =>
  resourceMissing('event', id, param, status);

/** `charge.*` stands for every type that begins with `charge.`. */
function isOfType(event: Stripe.EventBase, pattern: string): boolean {
  return pattern.endsWith('*') ? event.type.startsWith(pattern.slice(0, -1)) : event.type === pattern;
}

function matches(event: Stripe.EventBase, request: ListRequest): boolean {
  const patterns = request.types ?? (request.type === undefined ? ['*'] : [request.type]);
  const delivered = event.pending_webhooks === 0;
  return (
    patterns.some((pattern) => isOfType(event, pattern)) &&
    isWithin(event.created, request.created) &&
    (request.delivery_success === undefined || request.delivery_success === delivered)
  );
}

export const eventEndpoints: readonly Endpoint[] = [
  endpoint('get', '/events', listFields, (call, given) => {
    if (given.type !== undefined && given.types !== undefined) {
      throw invalidRequest('You may only specify one of these parameters: type, types.', {
        code: 'parameters_exclusive',
      });
    }
    const events = [...call.objects.events.values()].filter((event) => matches(event, given)).toReversed();
    return page(events, given, '/v1/events', missing);
  }),
  endpoint('get', '/events/:id', {}, (call, _given, id) => {
    const event = call.objects.events.get(id);
    if (!event) throw missing(id, 'id', 404);
    return event;
  }),
];
