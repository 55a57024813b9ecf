/** The look of the report: the house's tokens, light and dark by the reader's system, black on white on paper. */
export const REPORT_STYLES = `
:root{color-scheme:light dark;--bg:light-dark(#fff,#0f0f11);--raise:light-dark(#fff,#161619);--line:light-dark(#e7e7ea,#26262b);--text:light-dark(#18181b,#f2f2f3);--soft:light-dark(#52525b,#b4b4bc);--faint:light-dark(#696972,#8e8e98);--accent:light-dark(#4338ca,#818cf8);--bad:light-dark(#b91c1c,#f87171)}
*{box-sizing:border-box}
body{margin:0;font:400 13px/20px "Geist Variable",system-ui,sans-serif;color:var(--text);background:var(--bg)}
main{max-width:960px;margin:0 auto;padding:32px 16px 64px}
h1{font-size:20px;line-height:28px;margin:0 0 4px;letter-spacing:-.01em}
h2{font-size:15px;margin:32px 0 8px}
p{margin:0 0 8px;max-width:72ch}.soft{color:var(--soft)}.num{font-variant-numeric:tabular-nums}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(140px,1fr));gap:8px;margin:16px 0}
.figure{border:1px solid var(--line);border-radius:8px;background:var(--raise);padding:10px 12px}
.figure b{display:block;font-size:20px;line-height:28px;font-weight:600}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th{font-weight:500;font-size:12px;color:var(--faint);text-align:left;border-bottom:1px solid var(--line);padding:6px 8px;white-space:nowrap}
td{border-bottom:1px solid var(--line);padding:6px 8px;vertical-align:top}
tr.group td{padding-top:16px;font-weight:600;border-bottom-color:var(--faint)}
.r{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.minus{color:var(--bad)}
svg{width:100%;max-width:480px;height:auto}
@media print{:root{color-scheme:light}main{max-width:none;padding:0}tr,.figure,svg{break-inside:avoid}h2{break-after:avoid}}
`;
