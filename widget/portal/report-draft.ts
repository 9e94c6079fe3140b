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
