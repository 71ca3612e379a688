import createClient from 'openapi-fetch';
import { assert, expectCsv, expectLaterCard, merchant, owner, present, receipt, server, thisMonth, yesterday } from './expect.js';
import type { paths } from './generated/api.js';
import { quickstart } from './quickstart.js';

const anonymous = createClient<paths>({ baseUrl: server });
const opened = await anonymous.POST('/v1/accounts', { body: owner });
const token = present(opened.data?.session?.token);
const api = createClient<paths>({ baseUrl: server, headers: { Authorization: `Bearer ${token}` } });
const account = await api.GET('/v1/accounts/me');
assert.equal(account.data?.email, owner.email);

const issued = await quickstart(server, token);
const path = { card_id: issued.id };
expectLaterCard(present((await api.GET('/v1/cards/{card_id}', { params: { path } })).data));
const cards = await api.GET('/v1/cards', { params: { query: { created_after: yesterday.toISOString() } } });
assert.deepEqual(cards.data?.data.map(card => card.id), [issued.id]);

const authorized = await api.POST('/v1/simulate/authorizations', { body: { card_id: issued.id, amount_usd: 42.95, merchant } });
const authorizationId = present(authorized.data?.authorization_id);
const captured = await api.POST('/v1/simulate/authorizations/{authorization_id}/capture', {
  params: { path: { authorization_id: authorizationId } },
});
const transactionId = present(captured.data?.id);
assert.equal(captured.data?.amount_usd, 42.95);
await api.POST('/v1/simulate/authorizations', { body: { card_id: issued.id, amount_usd: 1, merchant } });

const rows: string[] = [];
let cursor: string | undefined;
do {
  const page = present((await api.GET('/v1/transactions', { params: { query: { limit: 1, cursor } } })).data);
  rows.push(...page.data.map(row => row.id));
  cursor = page.next_cursor;
} while (cursor);
assert.ok(rows.length >= 2 && rows.includes(transactionId));

const dispute = await api.POST('/v1/disputes', { body: { transaction_id: transactionId, reason: 'duplicate', description: 'Charged twice.' } });
const evidence = await api.POST('/v1/disputes/{dispute_id}/evidence', {
  params: { path: { dispute_id: present(dispute.data?.id) } },
  body: { file: receipt as unknown as string },
  bodySerializer: () => {
    const form = new FormData();
    form.append('file', receipt, 'receipt.txt');
    return form;
  },
});
assert.equal(evidence.data?.size_bytes, receipt.size);

const period = { period: thisMonth };
const statement = await api.GET('/v1/statements/{period}', { params: { path: period } });
assert.ok(typeof statement.data === 'object' && statement.data.entries.data.length > 0);
const csv = await api.GET('/v1/statements/{period}', { params: { path: period }, headers: { Accept: 'text/csv' }, parseAs: 'text' });
expectCsv(String(csv.data));

await api.PATCH('/v1/cards/{card_id}/limits', { params: { path }, body: { daily_usd: 500, weekly_usd: 900 } });
await api.PATCH('/v1/cards/{card_id}/limits', { params: { path }, body: { daily_usd: null } });
const limits = present((await api.GET('/v1/cards/{card_id}', { params: { path } })).data?.limits);
assert.deepEqual([limits.daily_usd, limits.weekly_usd], [undefined, 900]);

const refused = await api.POST('/v1/cards/{card_id}/load', { params: { path }, body: { amount_usd: 100000 } });
assert.equal(refused.error?.code, 'insufficient_treasury_balance');
assert.equal(refused.error?.required_usd, 102000);

const pan = await api.GET('/v1/cards/{card_id}/pan', { params: { path } });
assert.match(present(pan.data).pan_compact, /^[0-9]{16}$/);
const cancelled = await api.POST('/v1/cards/{card_id}/cancel', { params: { path } });
assert.equal(cancelled.data?.status, 'cancelled');
const out = await api.DELETE('/v1/sessions/current');
assert.equal(out.response.status, 204);
