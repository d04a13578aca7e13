import { contract } from '@s-tetic/cms/contracts/pages';
import type { Visit } from '../../lib/visit.ts';
import type { CardWords } from './draw-card.ts';

/** What the card of a page says, or nothing when there is no page there. @throws {CmsUnavailable} */
export async function findCard(visit: Visit, path: string): Promise<CardWords | undefined> {
  const card = await visit.read(contract, 'card', { query: { path } });
  if (!card) return undefined;
  const { settings } = visit.frame;
  return {
    title: card.title,
    siteName: settings.siteName,
    operator: settings.operator,
    step: card.step === undefined ? undefined : { number: card.step, label: visit.t('step.of', { number: card.step }) },
  };
}
