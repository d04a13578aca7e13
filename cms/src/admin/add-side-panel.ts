import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import type { StrapiApp } from '@strapi/strapi/admin';

interface ContentManager {
  addEditViewSidePanel(panels: readonly PanelComponent[]): void;
}

/** Puts a panel beside the forms of documents. */
export function addSidePanel(app: StrapiApp, panel: PanelComponent): void {
  (app.getPlugin('content-manager').apis as unknown as ContentManager).addEditViewSidePanel([panel]);
}
