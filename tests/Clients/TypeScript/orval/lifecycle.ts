import { assert, expectCsv, expectLaterCard, merchant, owner, present, receipt, server, thisMonth, yesterday } from './expect.js';
import * as api from './generated/api.js';
import { quickstart } from './quickstart.js';
import { connection } from './request.js';

/** The data of an answer with this status. */
function data<A extends { status: number; data: unknown }, S extends A['status']>(status: S, answer: A) {
  assert.equal(answer.status, status, JSON.stringify(answer.data));
  return answer.data as Extract<A, { status: S }>['data'];
}

connection.server = server;
const opened = data(201, await api.createAccount(owner));
const issued = await quickstart(server, present(opened.session?.token));
assert.equal(data(200, await api.getAccount()).email, owner.email);

expectLaterCard(data(200, await api.getCard(issued.id)));
const cards = data(200, await api.listCards({ created_after: yesterday.toISOString() }));
assert.deepEqual(cards.data.map(card => card.id), [issued.id]);

const purchase = { card_id: issued.id, amount_usd: 42.95, merchant };
const authorized = data(201, await api.simulateAuthorization(purchase));
const captured = data(201, await api.simulateCapture(present(authorized.authorization_id)));
assert.equal(captured.amount_usd, 42.95);
await api.simulateAuthorization({ ...purchase, amount_usd: 1 });

const rows: string[] = [];
let cursor: string | undefined;
do {
  const page = data(200, await api.listTransactions({ limit: 1, cursor }));
  rows.push(...page.data.map(row => row.id));
  cursor = page.next_cursor;
} while (cursor);
assert.ok(rows.length >= 2 && rows.includes(captured.id));

const dispute = data(201, await api.fileDispute({ transaction_id: captured.id, reason: 'duplicate', description: 'Charged twice.' }));
const file = new File([receipt], 'receipt.txt', { type: receipt.type });
assert.equal(data(201, await api.addDisputeEvidence(dispute.id, { file })).size_bytes, receipt.size);

const statement = data(200, await api.getStatement(thisMonth));
assert.ok(typeof statement === 'object' && statement.entries.data.length > 0);
expectCsv(String(data(200, await api.getStatement(thisMonth, undefined, { headers: { Accept: 'text/csv' } }))));

data(200, await api.setCardLimits(issued.id, { daily_usd: 500, weekly_usd: 900 }));
data(200, await api.setCardLimits(issued.id, { daily_usd: null }));
const limits = present(data(200, await api.getCard(issued.id)).limits);
assert.deepEqual([limits.daily_usd, limits.weekly_usd], [undefined, 900]);

const refused = data(403, await api.loadCard(issued.id, { amount_usd: 100000 }));
assert.equal(refused.code, 'insufficient_treasury_balance');
assert.equal(refused.required_usd, 102000);

assert.match(data(200, await api.revealPan(issued.id)).pan_compact, /^[0-9]{16}$/);
assert.equal(data(200, await api.cancelCard(issued.id)).status, 'cancelled');
data(204, await api.signOut());
