/** The fetch of the generated functions: it adds the address and the credential, and reads JSON or text. */
export const connection = { server: 'https://api.cryptocardium.com', token: '' };

export async function request<T>(path: string, init: RequestInit): Promise<T> {
  const headers = new Headers(init.headers);
  if (connection.token) headers.set('Authorization', `Bearer ${connection.token}`);
  const response = await fetch(connection.server + path, { ...init, headers });
  const text = await response.text();
  const json = response.headers.get('Content-Type')?.startsWith('application/json');
  return { data: json ? JSON.parse(text) : text, status: response.status, headers: response.headers } as T;
}
