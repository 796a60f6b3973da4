/** Stands in the place of the library `re2js`; see `vite.config.ts`. */
export const RE2JS = {
  compile: (): never => {
    throw new Error('This app evaluates no Firestore pipelines');
  },
};
