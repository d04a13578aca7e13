import { Flex, Link, Typography } from '@strapi/design-system';
import type { StrapiApp } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';

interface Row {
  readonly documentId: string;
  readonly locale?: string;
  readonly localizations?: readonly { readonly locale: string }[];
  readonly [field: string]: unknown;
}

interface Header {
  readonly name: string;
  readonly attribute: { readonly type: string };
  readonly cellFormatter?: (row: Row) => JSX.Element;
}

interface Table {
  readonly displayedHeaders: readonly Header[];
}

/** Shows, in the lists of the content manager, choices by their French names and languages by links to them. */
export function fillListCells(app: StrapiApp): void {
  const fill = ({ displayedHeaders, ...table }: Table): Table => ({
    ...table,
    displayedHeaders: displayedHeaders.map(fillHeader),
  });
  app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', fill as never);
}

function fillHeader(header: Header): Header {
  if (header.name === 'locales') return { ...header, cellFormatter: (row) => <Languages row={row} /> };
  if (header.attribute.type !== 'enumeration') return header;
  return { ...header, cellFormatter: (row) => <Choice value={row[header.name]} /> };
}

function Choice({ value }: { value: unknown }) {
  const { formatMessage } = useIntl();
  if (typeof value !== 'string') return <Typography textColor="neutral800">-</Typography>;
  return <Typography textColor="neutral800">{formatMessage({ id: value, defaultMessage: value })}</Typography>;
}

function Languages({ row: { documentId, locale, localizations = [] } }: { row: Row }) {
  const { locale: ours } = useIntl();
  const names = new Intl.DisplayNames([ours], { type: 'language' });
  const codes = [...new Set([locale, ...localizations.map((other) => other.locale)])]
    .filter((code) => code !== undefined)
    .sort();
  return (
    <Flex gap={2}>
      {codes.map((code) => (
        <Link
          key={code}
          tag={NavLink}
          to={`${documentId}?plugins[i18n][locale]=${code}`}
          aria-label={names.of(code)}
          onClick={(event: { stopPropagation(): void }) => event.stopPropagation()}
        >
          {code}
        </Link>
      ))}
    </Flex>
  );
}
