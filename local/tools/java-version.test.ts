import { parseJavaVersion } from './java-version';

test.each([
  ['OpenJDK', 'openjdk version "25.0.3" 2026-04-21 LTS\nOpenJDK Runtime Environment', 25],
  ['Oracle', 'java version "21.0.1" 2023-10-17 LTS', 21],
  ['early access', 'openjdk version "27-ea" 2027-03-16', 27],
  ['a new major release without a minor number', 'openjdk version "24" 2025-03-18', 24],
  ['Java 8, which calls itself 1.8', 'java version "1.8.0_392"', 8],
  ['a line of JAVA_TOOL_OPTIONS first', 'Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21.0.2"', 21],
  [
    'a release file',
    'IMPLEMENTOR="Eclipse Adoptium"\nJAVA_RUNTIME_VERSION="17.0.9+9"\nJAVA_VERSION="17.0.9"',
    17,
  ],
  ['no Java at all', 'bash: java: command not found', undefined],
  ['the macOS stub', 'The operation couldn’t be completed. Unable to locate a Java Runtime.', undefined],
])('%s', (_label, text, version) => {
  expect(parseJavaVersion(text)).toBe(version);
});
