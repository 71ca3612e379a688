import { assert, expectCsv, expectLaterCard, merchant, owner, present, receipt, server, thisMonth, yesterday } from './expect.js';
import { client } from './generated/client.gen.js';
import * as api from './generated/sdk.gen.js';
import { quickstart } from './quickstart.js';

client.setConfig({ baseUrl: server });
const opened = await api.createAccount({ body: owner, throwOnError: true });
const token = present(opened.data.session?.token);
const issued = await quickstart(server, token);
const account = await api.getAccount({ throwOnError: true });
assert.equal(account.data.email, owner.email);

const path = { card_id: issued.id };
expectLaterCard((await api.getCard({ path, throwOnError: true })).data);
const cards = await api.listCards({ query: { created_after: yesterday.toISOString() }, throwOnError: true });
assert.deepEqual(cards.data.data.map(card => card.id), [issued.id]);

const purchase = { card_id: issued.id, amount_usd: 42.95, merchant };
const authorized = await api.simulateAuthorization({ body: purchase, throwOnError: true });
const captured = await api.simulateCapture({ path: { authorization_id: present(authorized.data.authorization_id) }, throwOnError: true });
assert.equal(captured.data.amount_usd, 42.95);
await api.simulateAuthorization({ body: { ...purchase, amount_usd: 1 }, throwOnError: true });

const rows: string[] = [];
let cursor: string | undefined;
do {
  const page = await api.listTransactions({ query: { limit: 1, cursor }, throwOnError: true });
  rows.push(...page.data.data.map(row => row.id));
  cursor = page.data.next_cursor;
} while (cursor);
assert.ok(rows.length >= 2 && rows.includes(captured.data.id));

const claim = { transaction_id: captured.data.id, reason: 'duplicate', description: 'Charged twice.' };
const dispute = await api.fileDispute({ body: claim, throwOnError: true });
const file = new File([receipt], 'receipt.txt', { type: receipt.type });
const evidence = await api.addDisputeEvidence({ path: { dispute_id: dispute.data.id }, body: { file }, throwOnError: true });
assert.equal(evidence.data.size_bytes, receipt.size);

const period = { period: thisMonth };
const statement = (await api.getStatement({ path: period, throwOnError: true })).data;
assert.ok(typeof statement === 'object' && statement.entries.data.length > 0);
expectCsv(String((await api.getStatement({ path: period, headers: { Accept: 'text/csv' }, parseAs: 'text', throwOnError: true })).data));

await api.setCardLimits({ path, body: { daily_usd: 500, weekly_usd: 900 }, throwOnError: true });
await api.setCardLimits({ path, body: { daily_usd: null }, throwOnError: true });
const limits = present((await api.getCard({ path, throwOnError: true })).data.limits);
assert.deepEqual([limits.daily_usd, limits.weekly_usd], [undefined, 900]);

const refused = await api.loadCard({ path, body: { amount_usd: 100000 }, throwOnError: false });
assert.equal(refused.error?.code, 'insufficient_treasury_balance');
assert.equal(refused.error?.required_usd, 102000);

const pan = await api.revealPan({ path, throwOnError: true });
assert.match(pan.data.pan_compact, /^[0-9]{16}$/);
const cancelled = await api.cancelCard({ path, throwOnError: true });
assert.equal(cancelled.data.status, 'cancelled');
const out = await api.signOut({ throwOnError: true });
assert.equal(out.response.status, 204);
