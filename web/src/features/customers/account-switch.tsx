import type { Organization } from '@hyble/billing-functions/src/schema/organization';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Stored } from '../../lib/documents';

interface AccountSwitchProps {
  readonly organizations: readonly Stored<Organization>[];
  /** An organization's id; null is the customer's own account. */
  readonly chosen: string | null;
  readonly onChoose: (organizationId: string | null) => void;
}

/** Whose documents are shown; nothing for a customer without an organization. */
export function AccountSwitch({ organizations, chosen, onChoose }: AccountSwitchProps) {
  const { t } = useTranslation();
  if (organizations.length === 0) return null;
  return (
    <NativeSelect
      aria-label={t('account.label')}
      value={chosen ?? ''}
      onChange={(event) => {
        onChoose(event.currentTarget.value === '' ? null : event.currentTarget.value);
      }}
      data={[
        { value: '', label: t('account.personal') },
        ...organizations.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
