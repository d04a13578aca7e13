import { type Fleet, untilShown } from '../../tests/world/fleet.ts';
import { listDocuments, publish } from '../../tests/world/publishing.ts';

/** Milliseconds from the answer of the panel's publish call to the new page, on the site that was last to show it. */
export type Delays = number[];

/**
 * Publishes questions one after the other through the proxy, and waits each time until every site that runs shows it.
 *
 * @param incident what happens before a publication, by its number from 1
 */
export async function measurePublishing(
  fleet: Fleet,
  count: number,
  incident: (number: number) => Promise<void> | void = () => undefined,
): Promise<Delays> {
  const entries = await listDocuments(fleet.panel, 'faq.entry');
  const delays: Delays = [];
  for (let number = 1; number <= count; number++) {
    await incident(number);
    const answer = `Publication ${number} de ${count}, telle quelle.`;
    await publish(fleet.panel, 'faq.entry', entries[number % entries.length]!, { answer });
    const running = fleet.sites.flatMap(({ url }) => url ?? []);
    const shown = await Promise.all(running.map((url) => untilShown(`${url}/faq`, answer)));
    delays.push(Math.max(...shown));
  }
  return delays;
}
