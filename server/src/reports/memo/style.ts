/** The look of the HTML memo. Contrast is at least 7 to 1 (WCAG 2.2, 1.4.6); what a tint says, words say too. */
export const STYLE = `:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1b1b1b; font: 1rem/1.5 Georgia, 'Times New Roman', serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3, th, nav { font-family: 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; line-height: 1.25; }
h1 { font-size: 1.8rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 0.75rem; padding-top: 0.75rem; border-top: 2px solid #1b1b1b; }
h3 { font-size: 1.1rem; margin: 1.75rem 0 0.5rem; }
nav ul { columns: 2; padding-left: 1.25rem; }
a { color: #0b3d7a; }
a:focus-visible, .table:focus-visible { outline: 3px solid #0b3d7a; outline-offset: 2px; }
.lead { font-size: 1.2rem; border-left: 0.35rem solid #0b3d7a; padding-left: 1rem; }
blockquote { margin: 1.25rem 0 0.5rem; padding: 0.25rem 1rem; background: #f3f3f0; border-left: 0.25rem solid #767676; }
blockquote p { margin: 0.25rem 0; }
.table { overflow-x: auto; margin: 0.75rem 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.95rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border: 1px solid #8a8a8a; padding: 0.35rem 0.6rem; text-align: left; vertical-align: top; }
thead th { background: #e9ecef; }
tbody th { font-weight: 600; }
td.crossed { background: #fde8e6; color: #6b150e; }
td.open { background: #fff3cf; color: #4a3700; }
td.quiet { color: #4d4d4d; }
.bar { font-family: monospace; white-space: nowrap; letter-spacing: -0.05em; }
@media print {
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  nav { display: none; }
  .table { overflow: visible; }
  h2, h3 { break-after: avoid; }
  blockquote, tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
  @page { margin: 2cm; }
}
`;
