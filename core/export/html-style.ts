import { quoteCss } from './escape-html.ts';

const runningTitleLength = 80;

function shorten(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return characters.length <= runningTitleLength
    ? characters.join('')
    : `${characters.slice(0, runningTitleLength - 1).join('')}…`;
}

/**
 * The style of an HTML export: light and dark on a screen, black on white on paper, with `title` at the head of each page
 * and its number at the foot. Fonts are named, none is loaded. The check of an export compares with it, so that exports
 * with a former style read as altered: whoever changes it keeps the former one for the check.
 */
export function htmlStyle(title: string): string {
  return `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9;
  --ink: #201d18;
  --soft: #5f584d;
  --line: #d9d3c6;
  --accent: #7d3c1d;
  --serif: "Source Serif 4", "Source Serif Pro", Charter, Georgia, Cambria, "Noto Serif", "Times New Roman", serif;
  --sans: Inter, "Segoe UI", system-ui, -apple-system, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "Cascadia Mono", Consolas, Menlo, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1916;
    --ink: #e9e4da;
    --soft: #aaa294;
    --line: #3d3831;
    --accent: #e0a383;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--serif); }
body { margin: 0 auto; max-width: 44rem; padding: 3.5rem 1.5rem 6rem; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; break-after: avoid; }
h1 { font-size: 2rem; margin: 0 0 0.75rem; }
h2 { font-size: 1.45rem; margin: 3.25rem 0 1rem; }
h3 { font-size: 1.15rem; margin: 2.5rem 0 0.75rem; }
h4 { font-size: 1rem; margin: 2rem 0 0.75rem; font-style: italic; }
p { margin: 0 0 1rem; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:target { outline: 2px solid var(--accent); outline-offset: 0.35rem; }
.report-facts, .lead, .context, .facts, .about, footer { font-family: var(--sans); font-size: 0.8125rem; line-height: 1.5; color: var(--soft); }
.report-head { border-bottom: 1px solid var(--line); padding-bottom: 1.25rem; margin-bottom: 2.25rem; }
.author { margin: 0 0 0.25rem; }
.report-facts { margin: 0; }
.excerpt { margin: 2.25rem 0; break-inside: avoid; }
.lead { margin: 0 0 0.375rem; break-after: avoid; }
.lead strong { color: var(--ink); font-weight: 600; }
.context { margin: 0.5rem 0; white-space: pre-wrap; font-size: 0.875rem; }
.label { font-weight: 600; }
blockquote { margin: 0.5rem 0; padding-inline: 1.5rem; }
blockquote p { margin: 0; font-size: 1.125rem; line-height: 1.6; }
[data-quotation] { white-space: pre-wrap; tab-size: 4; }
.mark { font-family: var(--sans); font-size: 0.875em; color: var(--soft); }
.reference { font-family: var(--sans); font-size: 0.7em; line-height: 0; margin-inline-start: 0.15em; white-space: nowrap; }
.reference a, .back { text-decoration: none; }
.facts { margin: 0.625rem 0 0; display: grid; grid-template-columns: max-content 1fr; gap: 0.125rem 0.75rem; }
.facts dt { font-weight: 600; }
.facts dd { margin: 0; white-space: pre-wrap; }
.notes ol { padding-inline-start: 2.25rem; font-size: 0.9375rem; }
.notes li { margin-bottom: 0.5rem; break-inside: avoid; }
.notes li::marker { font-family: var(--sans); font-size: 0.8125rem; color: var(--soft); }
.position { font-family: var(--sans); font-size: 0.75rem; color: var(--soft); }
.small-caps { font-variant: small-caps; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.45; }
th, td { padding: 0.5rem 0.75rem 0.5rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
th { white-space: nowrap; font-family: var(--sans); font-size: 0.8125rem; font-weight: 600; color: var(--soft); }
tr { break-inside: avoid; }
td.file { font-family: var(--mono); font-size: 0.75rem; width: 45%; }
td.file span { display: block; color: var(--soft); }
.about { margin-top: 1.25rem; }
@page {
  margin: 22mm 20mm 20mm;
  @top-center { content: ${quoteCss(shorten(title))}; font: 8.5pt Georgia, serif; color: #555; }
  @bottom-center { content: counter(page); font: 8.5pt Georgia, serif; color: #555; }
}
@page :first { @top-center { content: ""; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #000; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  p, blockquote p { orphans: 3; widows: 3; }
  a { text-decoration: none; }
  .back { display: none; }
}
`.trim();
}
