/** Addresses of the console's plans and subscriptions; apart from `paths`, which every customer downloads. */
export const consoleRoutes = {
  plans: '/console/plans',
  newPlan: '/console/plans/new',
  plan: '/console/plans/:planId',
  subscriptions: '/console/subscriptions',
  subscription: '/console/subscriptions/:subscriptionId',
} as const;

/** What narrows the console's list of subscriptions; what is null narrows nothing. */
export interface SubscriptionFilter {
  readonly status?: string | null;
  /** A customer's id. */
  readonly customer?: string | null;
}

export const consolePaths = {
  plans: consoleRoutes.plans,
  newPlan: consoleRoutes.newPlan,
  plan: (planId: string) => `/console/plans/${encodeURIComponent(planId)}`,
  subscriptions: consoleRoutes.subscriptions,
  subscriptionsBy: ({ status = null, customer = null }: SubscriptionFilter) => {
    const query = new URLSearchParams();
    if (status !== null) query.set('status', status);
    if (customer !== null) query.set('customer', customer);
    return query.size === 0
      ? consoleRoutes.subscriptions
      : `${consoleRoutes.subscriptions}?${query.toString()}`;
  },
  subscription: (subscriptionId: string) => `/console/subscriptions/${encodeURIComponent(subscriptionId)}`,
};
