import { assert, expectCsv, expectLaterCard, merchant, owner, present, receipt, server, thisMonth, yesterday } from './expect.js';
import * as api from './generated/api.js';
import { quickstart } from './quickstart.js';

const anonymous = new api.Client(server, { fetch });
const opened = await anonymous.createAccount(new api.CreateAccountRequest(owner));
const Authorization = `Bearer ${present(opened.session?.token)}`;
const client = new api.Client(server, { fetch: (url, init) => fetch(url, { ...init, headers: { ...init?.headers, Authorization } }) });
assert.equal((await client.getAccount()).email, owner.email);

const issued = await quickstart(server, present(opened.session?.token));
expectLaterCard(await client.getCard(issued.id));
const cards = await client.listCards(undefined, undefined, undefined, yesterday);
assert.deepEqual(cards.data.map(card => card.id), [issued.id]);
assert.ok(present(cards.data[0]).created_at > yesterday);

const authorized = await purchase(42.95);
const captured = await client.simulateCapture(present(authorized.authorization_id));
assert.equal(captured.amount_usd, 42.95);
await purchase(1);

const rows: string[] = [];
let cursor: string | undefined;
do {
  const page = await client.listTransactions(1, cursor);
  rows.push(...page.data.map(row => row.id));
  cursor = page.next_cursor;
} while (cursor);
assert.ok(rows.length >= 2 && rows.includes(captured.id));

const claim = { transaction_id: captured.id, reason: 'duplicate', description: 'Charged twice.' };
const dispute = await client.fileDispute(new api.FileDisputeRequest(claim));
const evidence = await client.addDisputeEvidence(dispute.id, undefined, { data: receipt, fileName: 'receipt.txt' });
assert.equal(evidence.size_bytes, receipt.size);

assert.ok((await client.getStatement(thisMonth)).entries.data.length > 0);
// The generated method reads JSON alone.
const csv = await fetch(`${server}/v1/statements/${thisMonth}`, { headers: { Authorization, Accept: 'text/csv' } });
expectCsv(await csv.text());

await client.setCardLimits(issued.id, new api.CardLimitsInput({ daily_usd: 500, weekly_usd: 900 }));
await client.setCardLimits(issued.id, new api.CardLimitsInput({ daily_usd: null! }));
const limits = present((await client.getCard(issued.id)).limits);
assert.deepEqual([limits.daily_usd, limits.weekly_usd], [undefined, 900]);

const refused = await client.loadCard(issued.id, new api.LoadCardRequest({ amount_usd: 100000 })).catch((error: unknown) => error);
assert.ok(refused instanceof api.ApiError);
assert.equal(refused.code, 'insufficient_treasury_balance');
assert.equal(refused.required_usd, 102000);

assert.match((await client.revealPan(issued.id)).pan_compact, /^[0-9]{16}$/);
assert.equal((await client.cancelCard(issued.id)).status, 'cancelled');
await client.signOut();

function purchase(amount_usd: number) {
  const body = { card_id: issued.id, amount_usd, merchant: new api.MerchantInput(merchant) };
  return client.simulateAuthorization(new api.SimulateAuthorizationRequest(body));
}
