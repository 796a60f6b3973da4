/**
 * The major version in the output of `java -version` or in a JDK's `release` file, or undefined if it holds none.
 * Versions up to Java 8 are written `1.8.0_392`, later ones `25.0.3` or `21-ea`.
 */
export function parseJavaVersion(text: string): number | undefined {
  const match = /(?:version |^JAVA_VERSION=)"(?:1\.)?(\d+)/m.exec(text);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}
