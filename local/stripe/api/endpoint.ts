import { z } from 'zod';
import type { Call } from '../world';
import { expand } from './expand';
import { text } from './parameters';
import { refusal } from './validation';

export interface Endpoint {
  method: 'get' | 'post' | 'delete';
  /** As express writes it; `:id` is the only placeholder. */
  path: string;
  /** Checks the parameters, throwing an `ApiError`, and returns the call to make. */
  prepare(parameters: unknown, id: string): (call: Call) => object;
}

/**
 * Defines one API endpoint. Parameters outside `shape` are refused, as Stripe refuses what it does not know;
 * `expand` is understood everywhere.
 */
export function endpoint<S extends z.ZodRawShape>(
  method: Endpoint['method'],
  path: string,
  shape: S,
  run: (call: Call, parameters: z.output<z.ZodObject<S>>, id: string) => object,
): Endpoint {
  const schema = z.strictObject(shape);
  const withExpand = z.looseObject({ expand: z.array(text()).optional() });
  return {
    method,
    path,
    prepare(sent, id) {
      const { expand: paths = [], ...rest } = parse(withExpand, sent);
      const parameters = parse(schema, rest);
      return (call) => expand(call.objects, run(call, parameters, id), paths);
    },
  };
}

function parse<S extends z.ZodType>(schema: S, sent: unknown): z.output<S> {
  const result = schema.safeParse(sent);
  if (result.success) return result.data;
  throw refusal(result.error, sent);
}
