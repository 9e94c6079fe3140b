import type { RegistrationInput } from '../../server/contract/commands.ts';
import type { Asset, Category, PortalBoot } from '../../server/contract/portal.ts';
import type { Prefill } from '../store/state.ts';
import type { Viewing } from '../text/viewing.ts';

/** A report as far as it is written. Empty strings are what is not there yet. */
export interface ReportDraft {
  readonly site: string;
  readonly category: string;
  readonly asset: string;
  readonly priority: string;
  readonly text: string;
  readonly contactName: string;
  readonly contactPhone: string;
  /** As typed or chosen, by field id. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Fills in what is known: what the page says, and what is the only one there is. */
export function draftOf(boot: PortalBoot, prefill: Prefill): ReportDraft {
  const only = (list: readonly { readonly id: string }[]): string => (list.length === 1 ? list[0]!.id : '');
  const known = (list: readonly { readonly id: string }[], id: string | undefined): string =>
    list.some((item) => item.id === id) ? id! : only(list);
  const asset = boot.assets.find(({ id }) => id === prefill.asset);
  return {
    site: asset?.site ?? known(boot.sites, prefill.site),
    category: known(boot.categories, prefill.category || asset?.category || undefined),
    asset: asset?.id ?? '',
    priority: '',
    text: prefill.text ?? '',
    contactName: '',
    contactPhone: '',
    fields: {},
  };
}

/** A report as it was sent, to be written on. */
export function draftFrom(body: Readonly<Record<string, unknown>>): ReportDraft {
  const { fields = {}, contact, ...rest } = body as Partial<RegistrationInput>;
  const asTyped = (value: unknown): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));
  return {
    site: rest.site ?? '',
    category: rest.category ?? '',
    asset: rest.asset ?? '',
    priority: rest.priority ?? '',
    text: rest.text ?? '',
    contactName: contact?.name ?? '',
    contactPhone: contact?.phone ?? '',
    fields: Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, asTyped(value)])),
  };
}

/** What was kept on this device, if it still fits: sites, categories and equipment may have gone since. */
export function asDraft(kept: unknown, boot: PortalBoot): ReportDraft | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { fields, ...lines } = kept as Partial<Record<keyof ReportDraft, unknown>>;
  const line = (name: keyof typeof lines): string => (typeof lines[name] === 'string' ? lines[name] : '');
  const known = (list: readonly { readonly id: string }[], id: string): string =>
    list.some((each) => each.id === id) ? id : '';
  const typed = Object.entries(typeof fields === 'object' && fields ? fields : {});
  return {
    site: known(boot.sites, line('site')),
    category: known(boot.categories, line('category')),
    asset: known(boot.assets, line('asset')),
    priority: known(boot.priorities, line('priority')),
    text: line('text'),
    contactName: line('contactName'),
    contactPhone: line('contactPhone'),
    fields: Object.fromEntries(typed.filter((each): each is [string, string] => typeof each[1] === 'string')),
  };
}

/** Whether somebody has written anything that he could miss. */
export const isWritten = ({ text, contactName, contactPhone, fields }: ReportDraft): boolean =>
  [text, contactName, contactPhone, ...Object.values(fields)].some((each) => each.trim() !== '');

export const categoryOf = ({ categories }: PortalBoot, { category }: ReportDraft): Category | undefined =>
  categories.find(({ id }) => id === category);

/** What stands at the site and may be broken in this way. */
export const assetsOf = ({ assets }: PortalBoot, { site, category }: ReportDraft): readonly Asset[] =>
  assets.filter(
    (asset) => asset.site === site && (!category || asset.category === null || asset.category === category),
  );

/** What is still missing before the clock can start, in the words of the form. */
export function missingIn(draft: ReportDraft, { t, boot, format }: Viewing): readonly string[] {
  const asked = categoryOf(boot, draft)?.fields.filter((field) => field.required && !draft.fields[field.id]?.trim());
  return [
    ...(draft.site ? [] : [t('report.site')]),
    ...(draft.category ? [] : [t('report.category')]),
    ...(draft.text.trim() ? [] : [t('report.text')]),
    ...(asked ?? []).map((field) => format.words(field.label)),
  ].map((label) => label.replace(/\?$/, '').toLocaleLowerCase(format.locale));
}

/** The name of the control that is to be filled in first. */
export function firstMissing(draft: ReportDraft, boot: PortalBoot): string {
  if (!draft.site) return 'site';
  if (!draft.category) return 'category';
  if (!draft.text.trim()) return 'text';
  return `field:${categoryOf(boot, draft)?.fields.find(({ id, required }) => required && !draft.fields[id])?.id}`;
}

/** What is sent. What the chosen category does not ask is left out. */
export function registrationOf(draft: ReportDraft, boot: PortalBoot, prefill: Prefill): RegistrationInput {
  const fields: Record<string, string | number | boolean> = Object.create(null);
  for (const { id, kind } of categoryOf(boot, draft)?.fields ?? []) {
    const value = draft.fields[id]?.trim();
    if (value) fields[id] = kind === 'number' ? Number(value) : kind === 'yes_no' ? value === 'yes' : value;
  }
  const { site, category, asset, priority, contactName, contactPhone } = draft;
  return {
    site,
    category,
    text: draft.text.trim(),
    ...(asset ? { asset } : {}),
    ...(priority ? { priority } : {}),
    ...(prefill.subject ? { subject: prefill.subject } : {}),
    ...(Object.keys(fields).length > 0 ? { fields: { ...fields } } : {}),
    ...(contactName.trim()
      ? { contact: { name: contactName.trim(), ...(contactPhone.trim() ? { phone: contactPhone.trim() } : {}) } }
      : {}),
  };
}

/** A draft with what was typed or chosen, and what another choice makes of the ones that hang on it. */
export const withValue = (draft: ReportDraft, name: string, value: string, boot: PortalBoot): ReportDraft =>
  name.startsWith('field:')
    ? { ...draft, fields: { ...draft.fields, [name.slice('field:'.length)]: value } }
    : { ...draft, [name]: value, ...following(name, value, boot) };

function following(name: string, value: string, { assets }: PortalBoot): Partial<ReportDraft> {
  if (name === 'site') return { asset: '' };
  if (name === 'category') return { priority: '', asset: '' };
  const asset = name === 'asset' ? assets.find(({ id }) => id === value) : undefined;
  return asset?.category ? { category: asset.category } : {};
}
