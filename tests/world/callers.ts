import type { WorldAddresses } from './world.ts';

/** Someone who asks the CMS for something. */
export interface Caller {
  readonly name: string;
  readonly headers: () => Promise<Record<string, string>>;
}

/** Everyone who may: nobody in particular, the site, and each account of the panel. */
export async function callersOf(world: WorldAddresses): Promise<Caller[]> {
  const { SITE_TOKEN } = world.secrets;
  return [
    { name: 'nobody', headers: async () => ({}) },
    { name: 'the site', headers: async () => ({ authorization: `Bearer ${SITE_TOKEN}` }) },
    ...(await Promise.all(world.accounts.map((account) => staff(world, account)))),
  ];
}

async function staff({ cmsUrl }: WorldAddresses, account: WorldAddresses['accounts'][number]): Promise<Caller> {
  const { role, email, password } = account;
  const response = await fetch(`${cmsUrl}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { data } = (await response.json()) as { data: { token: string } };
  return { name: role, headers: async () => ({ authorization: `Bearer ${data.token}` }) };
}
