import * as z from 'zod';
import { params } from '../platform/params';
import type { InstallmentMode } from '../schema/installments';
import { installmentMode } from '../schema/installments';

/**
 * How the surcharge is computed. The gateway computes it again when the customer pays, by what its own panel is set to:
 * the two must agree, or the form shows another sum than we did.
 * @throws Error that names the setting when it is wrong.
 */
export function configuredInstallmentMode(): InstallmentMode {
  const parsed = installmentMode.safeParse(params.installmentMode.value());
  if (parsed.success) return parsed.data;
  throw new Error(`INSTALLMENT_MODE: ${z.prettifyError(parsed.error)}`);
}
