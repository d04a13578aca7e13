import { expect, test } from 'vitest';
import { postForm } from './world/posting.ts';
import { expectToldFirst } from './world/refused.ts';
import { sharedWorld } from './world/shared.ts';

const world = sharedWorld();

test.each(['/commenter', '/mes-donnees', '/ressources/gerer', '/ressources/inscrire', '/signaler/fiche/agoria'])(
  'a form of %s that is not received says so before all else',
  async (address) => {
    const response = await postForm(world, address, { path: '/charte' });
    expect(response.status).toBe(422);
    await expectToldFirst(response);
  },
);

test.each(['/ressources?step=12', '/recherche?page=0'])(
  '%s, which asks for what is not there, says so too',
  async (address) => {
    const response = await fetch(world.siteUrl + address);
    expect(response.status).toBe(400);
    await expectToldFirst(response);
  },
);
