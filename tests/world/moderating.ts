import { openPanel } from './panel.ts';
import type { WorldAddresses } from './world.ts';

/** Decides, as a moderator does in the panel. */
export async function decide(world: WorldAddresses, uid: string, documentId: string, decision: object): Promise<void> {
  const panel = await openPanel(world, 'moderator');
  await panel.send('POST', '/moderation/decisions', { uid, documentId, ...decision });
}

/** Takes back the newest decision about a document, as a moderator does in the journal. */
export async function undoDecision(world: WorldAddresses, documentId: string): Promise<void> {
  const panel = await openPanel(world, 'moderator');
  const { entries } = await panel.send<{ entries: { id: string; documentId: string }[] }>('GET', '/moderation/journal');
  const { id } = entries.find((entry) => entry.documentId === documentId)!;
  await panel.send('POST', `/moderation/journal/${id}/undoing`);
}
