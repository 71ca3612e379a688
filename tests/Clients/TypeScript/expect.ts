import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

/** The address of the server and of the proxy that answers as a later version would: the argument of the program. */
export const server = process.argv[2]!;

export const owner = { email: `${randomUUID()}@example.com`, password: 'correct horse battery' };

export const merchant = { name: 'OpenAI', mcc: '7372', country: 'US' };

export const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);

export const thisMonth = new Date().toISOString().slice(0, 7);

export const receipt = new Blob(['Paid twice, order 4921.'], { type: 'text/plain' });

/** Checks a card as the proxy answers it: a member that the contract lacks, and a brand that it does not list. */
export function expectLaterCard(card: { brand?: string }) {
  assert.equal(card.brand, 'later_brand');
}

export function expectCsv(text: string) {
  assert.match(text, /^[a-z_]+(,[a-z_]+)+\r\n/);
}

/** The value, which must be there. */
export function present<T>(value: T | null | undefined): T {
  assert.ok(value !== null && value !== undefined);
  return value;
}

export { assert };
