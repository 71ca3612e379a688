import { Client, CreateTopupRequest, IssueCardRequest } from './generated/api.js';

export async function quickstart(server: string, token: string) {
  const Authorization = `Bearer ${token}`;
  const api = new Client(server, { fetch: (url, init) => fetch(url, { ...init, headers: { ...init?.headers, Authorization } }) });
  const topup = await api.createTopup(new CreateTopupRequest({ amount_usd: 500, asset: 'USDT', chain: 'tron' }));
  await api.simulateDeposit(topup.id);
  return await api.issueCard(new IssueCardRequest({ type: 'virtual', bin: '489517', load_usd: 300 }));
}
