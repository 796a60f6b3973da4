import { minorUnits, ZERO } from '../core/money';
import type { Organization } from '../schema/organization';
import type { Payment } from '../schema/payment';
import type { PaymentMethod } from '../schema/payment-method';
import type { Product } from '../schema/product';
import type { GatewayIdentity, User } from '../schema/user';

/** Complete, valid documents; what a test is about is overridden, last. */

const stamps = { createdAt: new Date('2026-01-02T08:00:00Z'), updatedAt: new Date('2026-01-02T08:00:00Z') };

const address = { line1: 'Moda Caddesi 12', line2: null, postalCode: '34710', city: 'İstanbul' };

/** A consumer in Turkey who pays in lira. */
export function aUser(override: Partial<User> = {}): User {
  return {
    email: 'ayse@customer.example',
    displayName: 'Ayşe Yılmaz',
    country: 'TR',
    locale: 'tr',
    currency: 'TRY',
    taxId: null,
    taxOffice: null,
    address,
    organizationIds: [],
    ...stamps,
    ...override,
  };
}

/** A company in Turkey with one member. */
export function anOrganization(override: Partial<Organization> = {}): Organization {
  return {
    name: 'Işık Yazılım Ltd. Şti.',
    ownerId: 'user-1',
    memberIds: ['user-1'],
    country: 'TR',
    currency: 'TRY',
    taxId: '2340567890',
    taxOffice: 'Kadıköy',
    address,
    ...stamps,
    ...override,
  };
}

/** 100,00 TRY and 20 % VAT. */
export function aProduct(override: Partial<Product> = {}): Product {
  return {
    name: 'Bulut sunucu, 1 ay',
    description: '2 vCPU, 4 GB',
    unitPrice: minorUnits(10_000),
    currency: 'TRY',
    taxRate: 20,
    isActive: true,
    ...stamps,
    ...override,
  };
}

/** A test payment of 120,00 TRY that waits for the gateway. */
export function aPayment(override: Partial<Payment> = {}): Payment {
  return {
    userId: 'user-1',
    organizationId: null,
    gateway: 'stripe',
    gatewayPaymentId: null,
    gatewayCheckoutId: 'cs_test_1',
    isTest: true,
    invoiceIds: ['invoice-1'],
    installment: 1,
    paytrHash: null,
    amount: minorUnits(12_000),
    surcharge: ZERO,
    fee: null,
    refundedAmount: ZERO,
    gatewayRefundedAmount: ZERO,
    pendingRefund: null,
    disputes: [],
    currency: 'TRY',
    status: 'PENDING',
    paymentMethodId: null,
    allocations: [],
    creditedToWallet: ZERO,
    refundedFromWallet: ZERO,
    walletPart: null,
    partOf: null,
    checkout: {
      kind: 'REDIRECT',
      method: 'card',
      url: 'https://checkout.stripe.com/c/pay/cs_test_1',
      gatewayCheckoutId: 'cs_test_1',
      expiresAt: new Date('2026-03-10T11:00:00Z'),
    },
    metadata: {},
    failureReason: null,
    failedAt: null,
    processedAt: null,
    openingUntil: null,
    nextCheckAt: new Date('2026-03-10T11:15:00Z'),
    ...stamps,
    ...override,
  };
}

/** A Visa that Stripe keeps for that customer. */
export function aMethod(override: Partial<PaymentMethod> = {}): PaymentMethod {
  return {
    userId: 'user-1',
    gateway: 'stripe',
    gatewayMethodId: 'pm_1',
    type: 'card',
    brand: 'visa',
    lastFour: '4242',
    expMonth: 12,
    expYear: 2034,
    isDefault: false,
    removedAt: null,
    ...stamps,
    ...override,
  };
}

/** What Stripe calls that customer, who has chosen no card. */
export function anIdentity(override: Partial<GatewayIdentity> = {}): GatewayIdentity {
  return {
    stripeCustomerId: 'cus_1',
    paytrUserToken: null,
    defaultPaymentMethodId: null,
    ...stamps,
    ...override,
  };
}
