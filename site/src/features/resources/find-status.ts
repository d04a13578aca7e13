import { contract, type SubmissionStatus } from '@s-tetic/cms/contracts/resources';
import { sendToCms } from '../../lib/cms.ts';
import type { Visit } from '../../lib/visit.ts';

/** What became of a request, for whoever has its secret link. The token travels in a body, which no log keeps. */
export async function findStatus(
  token: string,
  { locale }: Pick<Visit, 'locale'>,
): Promise<SubmissionStatus | undefined> {
  const { data } = await sendToCms(contract, 'follow', { locale, token });
  return data;
}
