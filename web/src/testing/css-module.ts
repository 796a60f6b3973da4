/** Jest has no CSS: every class of a CSS module is named like its key. */
export default new Proxy<Record<string, string>>({}, { get: (_, name) => String(name) });
