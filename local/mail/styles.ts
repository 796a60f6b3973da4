/** The look of the page of caught mails, light and dark, down to a phone. */
export const MAIL_PAGE_STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#f8f9fa, #1a1b1e); color: light-dark(#1a1b1e, #e9ecef); }
header { padding: 12px 16px; border-bottom: 1px solid light-dark(#dee2e6, #373a40); }
header a { font-weight: 700; color: inherit; text-decoration: none; }
header span { color: light-dark(#495057, #adb5bd); font-size: 14px; }
main { max-width: 860px; margin: 0 auto; padding: 16px; }
ul { list-style: none; margin: 0; padding: 0; border: 1px solid light-dark(#dee2e6, #373a40); border-radius: 8px; overflow: hidden; }
li + li { border-top: 1px solid light-dark(#dee2e6, #373a40); }
li a { display: grid; grid-template-columns: 1fr auto; gap: 2px 16px; padding: 12px 16px; color: inherit; text-decoration: none; background: light-dark(#fff, #25262b); }
li a:hover, li a:focus-visible { background: light-dark(#e7f5ff, #1c3347); }
li strong { grid-column: 1; overflow-wrap: anywhere; }
li span { grid-column: 1; color: light-dark(#495057, #adb5bd); font-size: 14px; overflow-wrap: anywhere; }
li time { grid-row: 1; grid-column: 2; color: light-dark(#495057, #adb5bd); font-size: 14px; white-space: nowrap; }
h1 { font-size: 22px; line-height: 1.3; margin: 8px 0 16px; overflow-wrap: anywhere; }
h2 { font-size: 16px; margin: 24px 0 8px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; font-size: 14px; }
dt { color: light-dark(#495057, #adb5bd); }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { box-sizing: border-box; width: 100%; height: 520px; border: 1px solid light-dark(#dee2e6, #373a40); border-radius: 8px; }
pre { margin: 0; padding: 16px; white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid light-dark(#dee2e6, #373a40); border-radius: 8px; background: light-dark(#fff, #25262b); font-size: 14px; }
@media (max-width: 480px) { li a { grid-template-columns: 1fr; } li time { grid-row: auto; grid-column: 1; } header span { display: block; } }
`;
