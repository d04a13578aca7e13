import type { Page } from '@playwright/test';
import type { Account } from '../../scripts/local/secrets.ts';
import type { WorldAddresses } from './world.ts';

/** Logs in to the panel in a browser, as a person does: `await logIn(page, world, 'moderator')`. */
export async function logIn(page: Page, { accounts, cmsUrl }: WorldAddresses, role: Account['role']): Promise<void> {
  const { email, password } = accounts.find((account) => account.role === role)!;
  await page.goto(`${cmsUrl}/admin`);
  await page.getByRole('heading', { name: 'Bienvenue' }).waitFor();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^Mot de passe/).fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('navigation').first().waitFor();
}
