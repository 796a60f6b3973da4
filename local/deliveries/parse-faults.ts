import type { DeliveryFaults } from './deliverer';

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

const RULES: Record<keyof DeliveryFaults, { allows: (value: unknown) => boolean; expected: string }> = {
  copies: { allows: (value) => isCount(value) && value !== 0, expected: 'a whole number from 1' },
  delayMs: { allows: isCount, expected: 'a whole number of milliseconds' },
  drop: { allows: isCount, expected: 'a whole number' },
  hold: { allows: (value) => typeof value === 'boolean', expected: 'true or false' },
  order: { allows: (value) => value === 'fifo' || value === 'reverse', expected: '"fifo" or "reverse"' },
};

const isRule = (name: string): name is keyof DeliveryFaults => Object.hasOwn(RULES, name);

/** Reads the JSON body of a stand-in's fault control. Throws an Error that names the field at fault. */
export function parseFaults(body: unknown): Partial<DeliveryFaults> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Error('expected a JSON object of faults');
  }
  for (const [name, value] of Object.entries(body)) {
    if (!isRule(name)) throw new Error(`unknown fault "${name}"; known: ${Object.keys(RULES).join(', ')}`);
    if (!RULES[name].allows(value)) throw new Error(`${name} must be ${RULES[name].expected}`);
  }
  return body;
}
