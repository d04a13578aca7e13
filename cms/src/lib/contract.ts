import { z } from 'zod';

/**
 * What a feature promises: its content types as constant data, and what the public may ask of it and send to it.
 * The CMS registers it, the site imports it, the types of both follow from it. Nothing here knows Strapi.
 */
export interface Contract {
  /** The folder's name under `cms/src/plugins` and `site/src/features`. */
  readonly name: string;
  /** What staff call it, in French. */
  readonly title: string;
  readonly contentTypes: Readonly<Record<string, ContentType>>;
  readonly components?: Readonly<Record<string, Component>>;
  readonly routes?: Readonly<Record<string, Route>>;
}

export interface ContentType {
  readonly kind: 'collection' | 'single';
  /** French names, as the panel shows them. */
  readonly singular: string;
  readonly plural: string;
  readonly description?: string;
  /** Editors draft, then publish. Without it, what is saved is live. */
  readonly draftAndPublish: boolean;
  /** Whether translators can give it other languages. */
  readonly localized: boolean;
  /** Hidden from the content manager: only code writes it. */
  readonly hidden?: boolean;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Rows of the edit form, by attribute name. */
  readonly layout: readonly (readonly string[])[];
  /** Columns of the list, by attribute name. */
  readonly columns: readonly string[];
  /** Which attribute names a document in lists and relations. */
  readonly mainField: string;
  readonly sort?: string;
  /** The public page of a document, if it has one of its own. `:name` stands for the attribute `name` of the French document. */
  readonly page?: string;
  /** Where a document without a page of its own is read: `/faq#:slug`. What has either is found by the search. */
  readonly readAt?: string;
  /** Documents whose page is elsewhere, by the value of the one attribute in `page`. */
  readonly pageOf?: Readonly<Record<string, string>>;
  readonly indexes?: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly type?: 'unique';
  }[];
}

export interface Component {
  /** French name, as the panel shows it. */
  readonly title: string;
  readonly icon?: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Which attribute names a folded item in the edit form. */
  readonly mainField: string;
  /** The attribute by which an item of a translation is matched to the item of the French document. */
  readonly matchedBy: string;
}

interface Told {
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
  /** Translators write it. Without it, every language shares the French value. */
  readonly localized?: boolean;
  /** Never leaves by any public route. */
  readonly private?: boolean;
  /** Shown but not editable in the panel: code writes it. */
  readonly readOnly?: boolean;
  /** Our mark on what a stranger sent, not something that they wrote: moderators need not read it. */
  readonly ours?: boolean;
  /** Holds codes of languages, separated by commas, which people are told by their names. */
  readonly tellsLanguages?: boolean;
}

export type Attribute =
  | (Told & {
      readonly type: 'string' | 'text' | 'richtext' | 'email';
      readonly maxLength?: number;
      readonly pattern?: string;
      /** Another attribute whose French value fills this one when it is left empty, as a slug. */
      readonly from?: string;
      readonly unique?: boolean;
    })
  | (Told & { readonly type: 'integer'; readonly min?: number; readonly max?: number; readonly unique?: boolean })
  | (Told & { readonly type: 'boolean'; readonly default?: boolean })
  | (Told & { readonly type: 'date' | 'datetime' | 'json' })
  | (Told & { readonly type: 'enumeration'; readonly options: readonly string[]; readonly default?: string })
  | (Told & {
      readonly type: 'component';
      readonly component: string;
      readonly repeatable: true;
      /** Each item has a page of its own, under the document's: `/:slug`, where `slug` is an attribute of the item. */
      readonly page?: string;
    })
  | (Told & {
      readonly type: 'relation';
      readonly relation: 'manyToMany' | 'manyToOne' | 'oneToMany';
      readonly target: string;
      readonly inversedBy?: string;
      readonly mappedBy?: string;
    });

/** One public route: what it takes and what it answers. Served under `/api/<feature>`, documented by OpenAPI. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** Koa path under `/api/<feature>`: `/steps/:slug`. */
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  readonly answer: z.ZodType;
}

type Written<A extends Attribute> = A extends { type: 'integer' }
  ? number
  : A extends { type: 'boolean' }
    ? boolean
    : A extends { type: 'enumeration'; options: readonly (infer Option)[] }
      ? Option
      : A extends { type: 'json' }
        ? unknown
        : string;

/** The value of an attribute as the public sees it: required means present. */
export type ValueOf<A extends Attribute> = A extends { required: true } ? Written<A> : Written<A> | undefined;

type Fields<A extends Readonly<Record<string, Attribute>>, Name extends keyof A> = {
  [N in Name]: A[N] extends { required: true } ? z.ZodType<Written<A[N]>> : z.ZodOptional<z.ZodType<Written<A[N]>>>;
};

/**
 * The Zod shape of chosen attributes, for a public answer.
 * `fields(step, ['number', 'title'])` // => { number: z.int().min(1).max(9), title: z.string() }
 */
export function fields<const A extends Readonly<Record<string, Attribute>>, const Name extends keyof A & string>(
  type: { readonly attributes: A },
  names: readonly Name[],
): Fields<A, Name> {
  return Object.fromEntries(
    names.map((name) => {
      const attribute = type.attributes[name]!;
      const schema = schemaOf(attribute);
      return [name, attribute.required ? schema : schema.optional()];
    }),
  ) as Fields<A, Name>;
}

/** What every translated item says of itself. */
export const located = {
  /** The language its text is in, as a BCP 47 tag. */
  lang: z.string(),
  /** Names of the fields that are still in French although `lang` is not. Absent when there are none. */
  french: z.array(z.string()).optional(),
};

function schemaOf(attribute: Attribute): z.ZodType {
  switch (attribute.type) {
    case 'integer':
      return z
        .int()
        .min(attribute.min ?? Number.MIN_SAFE_INTEGER)
        .max(attribute.max ?? Number.MAX_SAFE_INTEGER);
    case 'boolean':
      return z.boolean();
    case 'enumeration':
      return z.enum(attribute.options as [string, ...string[]]);
    case 'json':
      return z.json();
    case 'component':
    case 'relation':
      throw new Error(
        `A ${attribute.type} has no single value: describe its items in the answer instead of naming it in fields().`,
      );
    default:
      return z.string();
  }
}
