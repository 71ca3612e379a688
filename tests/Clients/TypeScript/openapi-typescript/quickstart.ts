import createClient from 'openapi-fetch';
import type { paths } from './generated/api.js';

export async function quickstart(baseUrl: string, token: string) {
  const api = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } });
  const topup = await api.POST('/v1/topups', { body: { amount_usd: 500, asset: 'USDT', chain: 'tron' } });
  if (!topup.data) throw new Error(topup.error.code);
  await api.POST('/v1/simulate/topups/{topup_id}/deposit', { params: { path: { topup_id: topup.data.id } } });
  const card = await api.POST('/v1/cards', { body: { type: 'virtual', bin: '489517', load_usd: 300 } });
  if (!card.data) throw new Error(card.error.code);
  return card.data;
}
