import type { Attribute, Component, ContentType, Contract } from './contract';
import { contracts } from './contracts';

/**
 * Turns a contract's data into the schemas that Strapi registers: attributes, languages,
 * and the French labels, help texts, layouts and columns of the panel.
 */
export function strapiContentTypes(contract: Contract): Record<string, { schema: object }> {
  return mapValues(contract.contentTypes, (type, name) => ({
    schema: {
      kind: type.kind === 'single' ? 'singleType' : 'collectionType',
      collectionName: tableName(contract.name, type.kind === 'single' ? name : `${name}s`),
      info: {
        singularName: name,
        pluralName: type.kind === 'single' ? `${name}-document` : `${name}s`,
        displayName: type.kind === 'single' ? type.singular : type.plural,
        description: type.description ?? '',
      },
      options: { draftAndPublish: type.draftAndPublish },
      pluginOptions: {
        i18n: { localized: type.localized },
        'content-manager': { visible: !type.hidden },
        'content-type-builder': { visible: false },
      },
      indexes: type.indexes ?? [],
      config: panelConfiguration(type),
      attributes: mapValues(type.attributes, strapiAttribute),
    },
  }));
}

/** The components of a contract, ready for Strapi's registry, by uid: `web-tour.stop`. */
export function strapiComponents(contract: Contract): Record<string, object> {
  return Object.fromEntries(
    Object.entries(contract.components ?? {}).map(([name, component]) => {
      const uid = `${contract.name}.${name}`;
      const schema = componentSchema(contract.name, name, component);
      return [
        uid,
        {
          ...schema,
          __schema__: structuredClone(schema),
          uid,
          category: contract.name,
          modelType: 'component',
          modelName: name,
        },
      ];
    }),
  );
}

function componentSchema(feature: string, name: string, component: Component) {
  return {
    collectionName: tableName('components', feature, `${name}s`),
    globalId: `Component_${feature}_${name}`.replaceAll('-', '_'),
    info: { displayName: component.title, icon: component.icon ?? 'bulletList' },
    options: {},
    config: {
      settings: settings(component.mainField),
      metadatas: metadatas(component.attributes),
      layouts: {
        edit: rows(
          Object.keys(component.attributes).map((attribute) => [attribute]),
          component.attributes,
        ),
      },
    },
    attributes: mapValues(component.attributes, strapiAttribute),
  };
}

function strapiAttribute(attribute: Attribute): object {
  const {
    label: _label,
    help: _help,
    localized,
    readOnly: _readOnly,
    ours: _ours,
    tellsLanguages: _tells,
    ...rest
  } = attribute;
  return { ...typed(rest as Attribute), pluginOptions: { i18n: { localized: localized ?? false } } };
}

function typed(attribute: Attribute): object {
  switch (attribute.type) {
    case 'enumeration': {
      const { options, ...rest } = attribute;
      return { ...rest, enum: options };
    }
    case 'string':
    case 'text':
    case 'richtext':
    case 'email': {
      const { pattern, from: _from, required, ...rest } = attribute;
      // An address that is left empty is filled on save, which Strapi's own check would come before.
      return { ...rest, required: required && !attribute.from, ...(pattern && { regex: pattern }) };
    }
    case 'component': {
      const { page: _page, ...rest } = attribute;
      return rest;
    }
    default:
      return attribute;
  }
}

function panelConfiguration(type: ContentType) {
  return {
    settings: settings(type.mainField, type.sort),
    metadatas: metadatas(type.attributes),
    layouts: { list: type.columns, edit: rows(type.layout, type.attributes) },
  };
}

/** Strapi wants every setting, or none. */
function settings(mainField: string, sort = mainField) {
  const [sortField, order = 'ASC'] = sort.split(':');
  return {
    mainField,
    defaultSortBy: sortField,
    defaultSortOrder: order,
    pageSize: 50,
    searchable: true,
    filterable: true,
    bulkable: true,
    relationOpenMode: 'modal',
  };
}

function metadatas(attributes: Readonly<Record<string, Attribute>>) {
  return mapValues(attributes, (attribute) => ({
    edit: {
      label: attribute.label,
      description: attribute.help ?? '',
      placeholder: '',
      visible: true,
      editable: !attribute.readOnly,
      // Without it Strapi takes the first text of the target, which for a step is its address.
      ...(attribute.type === 'relation' && { mainField: mainFieldOf(attribute.target) }),
    },
    list: { label: attribute.label },
  }));
}

/** `mainFieldOf('plugin::charter.step')` // => 'title' */
function mainFieldOf(target: string): string | undefined {
  const [feature, name = ''] = target.replace('plugin::', '').split('.');
  return contracts().find((contract) => contract.name === feature)?.contentTypes[name]?.mainField;
}

/** Attributes of a row share its twelve columns; what Strapi will not narrow takes a row of its own. */
function rows(layout: readonly (readonly string[])[], attributes: Readonly<Record<string, Attribute>>) {
  return layout.flatMap((row) => {
    const narrow = row.filter((name) => !['richtext', 'component', 'json'].includes(attributes[name]!.type));
    const wide = row.filter((name) => !narrow.includes(name));
    return [
      narrow.map((name) => ({ name, size: 12 / narrow.length })),
      ...wide.map((name) => [{ name, size: 12 }]),
    ].filter((fields) => fields.length > 0);
  });
}

const tableName = (...parts: string[]) => parts.join('_').replaceAll('-', '_');

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value, key: string) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
