import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import type { Font } from 'fontkit';
import type { FontName } from './layout';

/**
 * IBM Plex Sans (OFL): has ğ, İ, ş and ₺, which the fonts built into PDF lack, and figures of one width without
 * an OpenType feature. Asking for a feature switches off pdfkit's cache of laid out words, four times the time.
 *
 * Parsed once an instance, since parsing takes four times as long as drawing a short invoice. The paths are
 * literal so that the bundler leaves them to be resolved at run time.
 */
export const FONTS: Record<FontName, Font> = {
  regular: open(require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf')),
  semibold: open(require.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf')),
};

/**
 * A font remembers each glyph with the characters that it was first needed for, and these become the text that
 * readers copy. Every character is asked for here once, in a fixed order, so that a file's bytes don't depend on
 * the invoices drawn before it; the ligatures come first, to be copied as two letters.
 */
function open(path: string): Font {
  const font = fontkit.create(readFileSync(path)) as Font;
  font.layout('fi fl ff ffi ffl');
  for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint);
  return font;
}
