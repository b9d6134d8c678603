export const styles = new CSSStyleSheet();
styles.replaceSync(`
:host {
  color-scheme: light dark;
  --paper: var(--ea-background, light-dark(#ffffff, #171b22));
  --shade: var(--ea-surface, light-dark(#f4f6f9, #1f252e));
  --ink: var(--ea-color, light-dark(#1b2430, #e8ebf0));
  --faint: var(--ea-muted, light-dark(#505c6b, #a9b3c0));
  --line: var(--ea-border, light-dark(#cdd5df, #39424e));
  --edge: light-dark(#737e8c, #8792a0);
  --accent: var(--ea-accent, light-dark(#0a5bc4, #7db2ff));
  --on-accent: var(--ea-on-accent, light-dark(#ffffff, #0b1a30));
  --bad: light-dark(#8a1212, #ffb4ab);
  --bad-paper: light-dark(#fdeaea, #3a1a1a);
  --warn: light-dark(#6b4200, #f7cf87);
  --warn-paper: light-dark(#fff4dd, #33270f);
  --round: var(--ea-radius, 10px);
  --small: var(--ea-font-size-small, .8125rem);
  display: contents;
  overflow-wrap: break-word;
  text-align: start;
  text-transform: none;
  white-space: normal;
  color: var(--ink);
  accent-color: var(--accent);
  font: var(--ea-font, .9375rem/1.45 system-ui, sans-serif);
}
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
:host([docked]) { display: block; position: sticky; top: var(--ea-top, 0px); align-self: start; min-width: 0; }
* , ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
p, h2, h3, h4, h5, h6, ul, ol, dl, dd, pre, blockquote { margin: 0; padding: 0; }
button, textarea, input { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { width: 1.15em; height: 1.15em; fill: currentColor; flex: none; }

.dock { display: none; height: calc(100dvh - var(--top, 0px) - var(--ea-bottom, 0px)); }
:host([docked]) .dock { display: block; }
:host([docked]) .panel { border: 1px solid var(--line); border-radius: var(--round); }
.sheet { width: 100%; max-width: none; height: 100dvh; max-height: none; margin: 0; padding: 0; border: 0; color: inherit; background: var(--paper); }
.sheet::backdrop { background: rgb(0 0 0 / .5); }
.launcher { position: fixed; z-index: var(--ea-z-index, 10); inset-inline-end: 16px; inset-block-end: 16px; display: inline-flex; align-items: center; gap: 8px;
  min-height: 48px; max-width: calc(100vw - 32px); padding: 10px 18px; border: 1px solid transparent; border-radius: 24px; background: var(--accent); color: var(--on-accent);
  font-weight: 600; box-shadow: 0 2px 10px rgb(0 0 0 / .3); }

.panel { position: relative; display: flex; flex-direction: column; height: 100%; overflow: hidden; background: var(--paper); }
.head { display: flex; align-items: center; gap: 4px; padding: 6px 8px 6px 14px; background: var(--shade); border-block-end: 1px solid var(--line); }
.head .icon-spark { color: var(--accent); width: 1.35em; height: 1.35em; }
.head h2 { flex: 1; margin-inline-start: 6px; font-size: 1rem; font-weight: 650; }
.icon-button { display: inline-grid; place-items: center; width: 36px; height: 36px; padding: 0; border: 1px solid transparent; border-radius: 8px; background: none; color: var(--ink); }
.icon-button:hover, .plain:hover, .source:hover, .action:hover, .citation:hover { background: color-mix(in srgb, var(--accent) 12%, transparent); }
.icon-button[aria-pressed="true"] { color: var(--accent); border-color: currentColor; }

.context { flex: none; border-block-end: 1px solid var(--line); font-size: var(--small); color: var(--faint); }
summary { cursor: pointer; padding: 6px 14px; min-height: 32px; align-content: center; }
.context[open] > summary { border-block-end: 1px solid var(--line); }
.fields { max-height: 40dvh; overflow: auto; padding: 8px 14px 12px; }
.fields dl { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 4px 12px; }
.fields { overflow-wrap: anywhere; }
.fields dd { color: var(--ink); }
.fields .caption { margin-block: 10px 4px; font-weight: 600; }
.tag { padding: 0 6px; border: 1px solid var(--line); border-radius: 8px; font-size: .75rem; color: var(--faint); white-space: nowrap; }

.log { flex: 1; min-height: 0; overflow: hidden auto; overscroll-behavior: contain; padding: 14px; display: flex; flex-direction: column; gap: 14px; }
.log:focus-visible { outline-offset: -2px; }
.log > * { flex: none; }
.greeting p { color: var(--faint); }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 12px; }
.action { min-height: 32px; padding: 4px 13px; border: 1px solid var(--accent); border-radius: 18px; background: var(--paper); color: var(--accent); text-align: start; }
.question { align-self: flex-end; max-width: 90%; padding: 7px 12px; border: 1px solid var(--line); border-radius: 12px 12px 2px 12px; background: var(--shade); overflow-wrap: anywhere; white-space: pre-wrap; }
.question .along { margin-block-start: 4px; color: var(--faint); font-size: var(--small); }
.turn { display: flex; flex-direction: column; gap: 14px; }
.versions { display: flex; align-self: flex-end; align-items: center; gap: 2px; margin-block: -10px; color: var(--faint); font-size: var(--small); font-variant-numeric: tabular-nums; }
.versions .icon-button { width: 32px; height: 32px; }
[aria-disabled="true"] { opacity: .4; cursor: default; }
.panel:dir(rtl) :is(.icon-send, .icon-back, .icon-next) { transform: scaleX(-1); }
.answer { display: flex; flex-direction: column; gap: 8px; min-width: 0; }
.answer > :empty { display: none; }
.notes { display: flex; flex-direction: column; gap: 6px; }
.note, .mark { padding: 6px 10px; border-inline-start: 3px solid var(--edge); border-radius: 2px 6px 6px 2px; background: var(--shade); font-size: var(--small); }
.mark-offline, .mark-stale { border-color: var(--warn); background: var(--warn-paper); color: var(--warn); }
.step { color: var(--faint); }
.step::before { content: ""; display: inline-block; width: .6em; height: .6em; margin-inline-end: .6em; border-radius: 50%; background: var(--accent); animation: beat 1.2s ease-in-out infinite alternate; }
@keyframes beat { from { opacity: 1; } to { opacity: .25; } }
.failed .markdown { color: var(--faint); border-inline-start: 3px solid var(--line); padding-inline-start: 10px; }

.markdown { display: flex; flex-direction: column; gap: 8px; line-height: 1.72; overflow-wrap: anywhere; }
.markdown > * { min-width: 0; }
.markdown h3 { margin-block-start: 4px; font-size: 1rem; font-weight: 650; }
.markdown :is(h4, h5, h6) { font-size: .9375rem; font-weight: 650; }
.markdown :is(ul, ol) { padding-inline-start: 1.5em; }
.markdown li + li, .markdown li > * + *, .markdown li > :is(ul, ol) { margin-block-start: 3px; }
.markdown blockquote { display: flex; flex-direction: column; gap: 8px; padding-inline-start: 10px; border-inline-start: 3px solid var(--line); color: var(--faint); }
.markdown code { padding: 0 4px; border-radius: 4px; background: var(--shade); font: .875em ui-monospace, monospace; }
.markdown pre { padding: 8px 10px; border: 1px solid var(--line); border-radius: 6px; background: var(--shade); overflow: auto; }
.markdown pre code { padding: 0; }
.markdown hr { width: 100%; margin: 2px 0; border: 0; border-block-start: 1px solid var(--line); }
.markdown mark { background: var(--warn-paper); color: var(--warn); text-decoration: underline dotted; text-underline-offset: 3px; }
.table { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
table { width: 100%; border-collapse: collapse; line-height: 1.5; font-size: var(--small); font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th, td { padding: 6px 5px; text-align: start; vertical-align: top; }
th { background: var(--shade); font-weight: 650; }
tbody tr { border-block-start: 1px solid var(--line); }
.right { text-align: end; }
.center { text-align: center; }
.short { white-space: nowrap; }
tbody td:not(.short) { min-width: 9em; }
.citation { display: inline-grid; place-items: center; min-width: 24px; height: 24px; margin: -2px 1px; padding: 0 5px; border: 1px solid var(--accent); border-radius: 12px;
  background: none; color: var(--accent); font-size: .75rem; font-weight: 400; line-height: 1; vertical-align: middle; }

.chart { margin: 0; padding: 8px 10px; border: 1px solid var(--line); border-radius: 6px; font-size: var(--small); line-height: 1.4; }
.chart > svg { display: block; width: 100%; max-width: 460px; direction: ltr; }
.chart text { fill: var(--faint); font-size: 11px; font-variant-numeric: tabular-nums; }
figcaption { font-weight: 600; }
.markdown .legend { display: flex; flex-wrap: wrap; gap: 2px 12px; margin-block: 4px; padding: 0; list-style: none; }
.markdown .legend li { margin: 0; }
.key { width: 24px; height: 8px; margin-inline-end: 6px; }
.grid, .axis { stroke: var(--line); }
.axis { stroke: var(--edge); }
.line { fill: none; stroke-width: 2; }
.s0 { --look: light-dark(#0a5bc4, #7db2ff); }
.s1 { --look: light-dark(#a34700, #ffab66); }
.s2 { --look: light-dark(#0f6b3d, #6fd19b); }
.s3 { --look: light-dark(#7a2fa0, #d49bf0); }
.bar, .dot { fill: var(--look); }
.line { stroke: var(--look); }
.line.s1 { stroke-dasharray: 6 3; }
.line.s2 { stroke-dasharray: 2 3; }
.line.s3 { stroke-dasharray: 9 3 2 3; }
.bar.s1 { fill-opacity: .75; }

.warning { display: flex; gap: 8px; padding: 7px 10px; border-radius: 6px; background: var(--warn-paper); color: var(--warn); font-size: var(--small); overflow-wrap: anywhere; }
.alert { display: flex; flex-direction: column; align-items: flex-start; gap: 8px; padding: 10px 12px; border-radius: 6px; border-inline-start: 4px solid var(--bad); background: var(--bad-paper); color: var(--bad); }
.plain { display: inline-flex; align-items: center; gap: 6px; min-height: 32px; padding: 3px 11px; border: 1px solid var(--line); border-radius: 8px; background: none; }
.alert .plain { border-color: currentColor; }
.fold > summary { min-height: 26px; padding: 4px 0; font-size: var(--small); color: var(--faint); }
.sources ol { list-style: none; display: flex; flex-direction: column; gap: 5px; margin-block-start: 4px; }
.source { display: grid; grid-template-columns: 1.4em minmax(0, 2fr) minmax(0, 3fr); gap: 6px; width: 100%; min-height: 32px; padding: 5px 9px; border: 1px solid var(--line); border-radius: 6px; background: none;
  font-size: var(--small); text-align: start; overflow-wrap: anywhere; }
.source .label { font-weight: 600; }
.source .value { text-align: end; }
.receipt .fields { display: flex; flex-direction: column; gap: 6px; max-height: none; padding: 4px 0 0; font-size: var(--small); }
.receipt .caption { margin: 0; }
.buttons { position: relative; display: flex; flex-wrap: wrap; align-items: center; gap: 4px; }
.buttons .icon-button { width: 32px; height: 32px; }
.doings { display: flex; flex-direction: column; gap: 8px; }
.insert > summary { list-style: none; padding: 3px 11px; }
.insert ul { position: absolute; z-index: 1; inset-block-end: calc(100% + 4px); inset-inline-start: 0; display: flex; flex-direction: column; gap: 4px; width: max-content; max-width: 100%; padding: 6px; list-style: none;
  border: 1px solid var(--edge); border-radius: 8px; background: var(--paper); box-shadow: 0 2px 10px rgb(0 0 0 / .25); }
.insert li .plain { width: 100%; text-align: start; }
.inserted, .first { display: flex; flex-direction: column; gap: 6px; padding: 8px 10px; border-inline-start: 3px solid var(--accent); border-radius: 2px 6px 6px 2px; background: var(--shade); font-size: var(--small); overflow-wrap: anywhere; }
.first { margin-block-end: 12px; padding: 12px 14px; font-size: inherit; align-items: flex-start; }
.first ul { padding-inline-start: 1.2em; }
.first .label { color: var(--ink); font-weight: 600; }
.reason { display: flex; align-items: flex-end; gap: 6px; font-size: var(--small); }
.reason label { flex: 1; min-width: 0; }
input:not([type=checkbox]) { width: 100%; min-height: 36px; padding: 4px 10px; border: 1px solid var(--edge); border-radius: 8px; background: var(--paper); }
.share { display: flex; align-items: flex-start; gap: 8px; min-height: 24px; margin-block-end: 8px; font-size: var(--small); overflow-wrap: anywhere; }
.share input { flex: none; width: 18px; height: 18px; margin: 0; }
.follow-ups { margin-block-start: 0; }
.history { flex: 1; min-height: 0; overflow: hidden auto; display: flex; flex-direction: column; align-items: flex-start; gap: 10px; padding: 14px; }
.history > .buttons { flex-wrap: nowrap; width: 100%; gap: 8px; }
.conversations { list-style: none; display: flex; flex-direction: column; gap: 6px; width: 100%; }
.conversations li { display: flex; align-items: center; gap: 4px; }
.conversations .source { display: block; flex: 1; min-width: 0; }
.conversations .label { display: block; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.faint { color: var(--faint); font-size: var(--small); }
.sure { border-color: var(--bad); color: var(--bad); }
.footer { display: flex; flex-wrap: wrap; gap: 1px 12px; list-style: none; color: var(--faint); font-size: .75rem; font-variant-numeric: tabular-nums; }

.foot { flex: none; padding: 10px 14px 8px; background: var(--shade); border-block-start: 1px solid var(--line); }
.ask { display: flex; align-items: flex-end; gap: 8px; }
textarea { flex: 1; min-width: 0; min-height: 40px; max-height: 9.5em; padding: 8px 11px; border: 1px solid var(--edge); border-radius: 8px; background: var(--paper); resize: none; field-sizing: content; }
textarea::placeholder { color: var(--faint); opacity: 1; }
.send { display: inline-flex; align-items: center; gap: 7px; min-height: 40px; padding: 0 14px; border: 1px solid transparent; border-radius: 8px; background: var(--accent); color: var(--on-accent); font-weight: 600; }
.send.stopping { background: var(--paper); border-color: var(--edge); color: var(--ink); }
.notice { margin-block-start: 6px; color: var(--faint); font-size: var(--small); }

@media (pointer: coarse) {
  .icon-button, .buttons .icon-button { width: 44px; height: 44px; }
  .action, .plain, .source, summary, .fold > summary, input:not([type=checkbox]) { min-height: 40px; }
  .versions .icon-button { width: 44px; height: 44px; }
  .citation { min-width: 32px; height: 28px; border-radius: 14px; }
}
@media (prefers-reduced-motion: reduce) {
  .step::before { animation: none; }
}
@media (forced-colors: active) {
  textarea::placeholder { color: GrayText; }
  .chart svg { forced-color-adjust: none; }
  .chart text { fill: CanvasText; }
  .grid, .axis { stroke: GrayText; }
  [aria-disabled="true"] { opacity: 1; color: GrayText; }
  .icon-button[aria-pressed="true"] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  .panel, .alert, .warning, .launcher, .send { border: 1px solid CanvasText; }
}
`);
