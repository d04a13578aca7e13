import type { Account } from '../../scripts/local/secrets.ts';
import type { WorldAddresses } from './world.ts';

/** The admin panel's own API, as the panel calls it for someone who is logged in. */
export interface Panel {
  /** @throws when the CMS refuses, with what it said */
  send<T = unknown>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object | FormData): Promise<T>;
}

const opened = new Map<string, Promise<Panel>>();

/**
 * Logs in to the panel, once for each account in a process: the CMS counts logins.
 *
 *     const panel = await openPanel(world, 'editor');
 *     await panel.send('POST', '/content-manager/collection-types/plugin::faq.entry', { question: … });
 */
export function openPanel(world: WorldAddresses, role: Account['role']): Promise<Panel> {
  const key = `${world.cmsUrl} ${role}`;
  const panel = opened.get(key) ?? logIn(world, role);
  opened.set(key, panel);
  return panel;
}

async function logIn({ cmsUrl, accounts }: WorldAddresses, role: Account['role']): Promise<Panel> {
  const { email, password } = accounts.find((account) => account.role === role)!;
  const login = await send<{ data: { token: string } }>(cmsUrl, {}, 'POST', '/admin/login', { email, password });
  return { send: (...call) => send(cmsUrl, { authorization: `Bearer ${login.data.token}` }, ...call) };
}

async function send<T>(
  cmsUrl: string,
  headers: Record<string, string>,
  ...[method, path, body]: Parameters<Panel['send']>
): Promise<T> {
  const isForm = body instanceof FormData;
  const response = await fetch(cmsUrl + path, {
    method,
    headers: { ...headers, ...(body && !isForm && { 'content-type': 'application/json' }) },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`The CMS answered ${response.status} to ${method} ${path}: ${answer}`);
  return (answer ? JSON.parse(answer) : undefined) as T;
}
