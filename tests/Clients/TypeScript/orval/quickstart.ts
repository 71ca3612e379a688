import { createTopup, issueCard, simulateDeposit } from './generated/api.js';
import { connection } from './request.js';

export async function quickstart(server: string, token: string) {
  Object.assign(connection, { server, token });
  const topup = await createTopup({ amount_usd: 500, asset: 'USDT', chain: 'tron' });
  if (topup.status !== 201) throw new Error(topup.data.code);
  await simulateDeposit(topup.data.id);
  const card = await issueCard({ type: 'virtual', bin: '489517', load_usd: 300 });
  if (card.status !== 201) throw new Error(card.data.code);
  return card.data;
}
