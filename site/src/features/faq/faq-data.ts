import type { FaqPage } from '@s-tetic/cms/contracts/faq';
import { renderMarkdown } from '../../lib/markdown.ts';
import { paths } from '../../lib/paths.ts';
import type { AddressOf } from '../../lib/sitemap.ts';
import type { Thing } from '../../lib/structured-data.ts';

/** The questions and their answers, as schema.org describes them (https://schema.org/FAQPage). Links in the answers are absolute. */
export function faqData({ groups }: Pick<FaqPage, 'groups'>, locale: string, addressOf: AddressOf): Thing {
  const { origin } = new URL(addressOf(locale, paths.faq));
  return {
    '@type': 'FAQPage',
    '@id': addressOf(locale, paths.faq),
    inLanguage: locale,
    mainEntity: groups
      .flatMap(({ entries }) => entries)
      .map((entry) => ({
        '@type': 'Question',
        '@id': addressOf(locale, paths.question(entry)),
        name: entry.question,
        acceptedAnswer: {
          '@type': 'Answer',
          text: renderMarkdown(entry.answer, { locale }).replaceAll('href="/', `href="${origin}/`),
        },
      })),
  };
}
