import type { HomePage } from '@s-tetic/cms/contracts/pages';
import { apiAddress } from '../open-data/write-catalogue.ts';
import { paths } from '../../lib/paths.ts';
import { siteAddress } from '../../lib/site-address.ts';
import type { Visit } from '../../lib/visit.ts';
import { licence } from '../open-data/licence.ts';

interface Line {
  readonly title: string;
  readonly address: string;
  readonly says?: string;
}

/** The site in one page for programs that read text (https://llmstxt.org), in the language of the visit. */
export function renderLlmsTxt({ text, steps }: Pick<HomePage, 'text' | 'steps'>, visit: Visit): string {
  const { locale, t, frame } = visit;
  const { siteName, tagline, operator } = frame.settings;
  const lineOf = (title: string, path: string, says?: string): Line => ({
    title,
    address: siteAddress(locale, path),
    ...(says && { says }),
  });
  const loop = steps.map((step) =>
    lineOf(t('step.named', { number: step.number, title: step.title }), paths.step(step), step.summary),
  );
  const sections = [
    ...frame.menu.map(({ title, path }) => lineOf(title, path)),
    lineOf(t('nav.charter'), paths.charter),
    lineOf(t('nav.resources'), paths.resources),
    lineOf(t('nav.faq'), paths.faq),
    lineOf(t('nav.webTour'), paths.tours),
  ];
  const data = [
    lineOf(t('data.resources.title'), paths.dataFile('ressources.json'), t('data.resources.text')),
    lineOf(t('data.charter.title'), paths.dataFile('charte.json'), t('data.charter.text')),
    { title: t('data.api.title'), address: `${apiAddress()}/openapi`, says: t('data.api.text') },
  ];
  return [
    `# ${oneLine(siteName)}`,
    `> ${oneLine(text.summary)}`,
    `${oneLine(tagline)}. ${oneLine(t('footer.operator', { operator }))}. ${licence.name}.`,
    listUnder(t('charter.steps'), loop),
    listUnder(t('nav.main'), sections),
    listUnder(t('footer.data'), data),
    listUnder(
      'Optional',
      frame.footer.map(({ title, path }) => lineOf(title, path)),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

/** «Optional» is a word of the convention: what a reader in a hurry may leave out. */
function listUnder(title: string, lines: readonly Line[]): string {
  const items = lines.map(({ title, address, says }) => {
    const link = `- [${oneLine(title).replace(/[[\]]/g, '\\$&')}](${address})`;
    return says ? `${link}: ${oneLine(says)}` : link;
  });
  return [`## ${oneLine(title)}\n`, ...items].join('\n');
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
