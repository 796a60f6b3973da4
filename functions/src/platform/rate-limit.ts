/** A token bucket: `burst` requests at once, and one more for each part of a minute that `perMinute` names. */
export interface RateLimit {
  readonly burst: number;
  readonly perMinute: number;
}

/** Somebody signed in, at one function: far more than a person clicks, far less than a program tries. */
export const CUSTOMER_LIMIT: RateLimit = { burst: 60, perMinute: 60 };

/** Whoever proves nothing, at one address and one function. */
export const STRANGER_LIMIT: RateLimit = { burst: 30, perMinute: 30 };

export type Verdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /** Whole seconds until the next request is allowed. */
      readonly retryAfter: number;
      /** Whether the request before this one was still allowed: a flood is worth one line in the log. */
      readonly isFirst: boolean;
    };

export interface RateLimiter {
  /** Counts one request of `key`. A clock that went backwards gives nothing back. */
  readonly take: (key: string, now: Date) => Verdict;
}

interface Bucket {
  tokens: number;
  at: number;
  isLimited: boolean;
}

/**
 * Limits requests by key, in the memory of one instance: with n instances up to n times as many pass (decision 16).
 * @param mostKeys Beyond so many keys the one seen first is forgotten, which only favours it.
 */
export function rateLimiter({ burst, perMinute }: RateLimit, mostKeys = 10_000): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const perMillisecond = perMinute / 60_000;

  function bucketOf(key: string, at: number): Bucket {
    const known = buckets.get(key);
    if (known !== undefined) {
      const elapsed = Math.max(0, at - known.at);
      known.tokens = Math.min(burst, known.tokens + elapsed * perMillisecond);
      known.at = Math.max(known.at, at);
      return known;
    }
    for (const oldest of buckets.keys()) {
      if (buckets.size < mostKeys) break;
      buckets.delete(oldest);
    }
    const bucket = { tokens: burst, at, isLimited: false };
    buckets.set(key, bucket);
    return bucket;
  }

  return {
    take: (key, now) => {
      const bucket = bucketOf(key, now.getTime());
      if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        bucket.isLimited = false;
        return { allowed: true };
      }
      const isFirst = !bucket.isLimited;
      bucket.isLimited = true;
      const retryAfter = Math.ceil((1 - bucket.tokens) / perMillisecond / 1000);
      return { allowed: false, retryAfter, isFirst };
    },
  };
}
