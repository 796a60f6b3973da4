/** The one place that reads the wall clock; everything else takes `now`. */
export const clock = { now: () => new Date() };
