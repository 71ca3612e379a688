import { client } from './generated/client.gen.js';
import { createTopup, issueCard, simulateDeposit } from './generated/sdk.gen.js';

export async function quickstart(baseUrl: string, token: string) {
  client.setConfig({ baseUrl, auth: token, throwOnError: true });
  const topup = await createTopup({ body: { amount_usd: 500, asset: 'USDT', chain: 'tron' }, throwOnError: true });
  await simulateDeposit({ path: { topup_id: topup.data.id } });
  const card = await issueCard({ body: { type: 'virtual', bin: '489517', load_usd: 300 }, throwOnError: true });
  return card.data;
}
