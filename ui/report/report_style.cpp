// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_style.h"

#include "ui/style/theme.h"

namespace bellweave::ui {

namespace {

QString colors(const Theme& theme)
{
    const std::pair<const char*, QColor> tokens[] = {
        {"panel", theme.panel}, {"raised", theme.raised}, {"line", theme.line}, {"line2", theme.lineStrong}, {"text", theme.text},
        {"text2", theme.textSecond}, {"text3", theme.textThird}, {"accent", theme.accent}, {"ok", theme.ok}, {"okbg", theme.okBackground},
        {"warn", theme.warn}, {"warnbg", theme.warnBackground}, {"bad", theme.bad}, {"badbg", theme.badBackground}};
    QString text;
    for (const auto& [name, color] : tokens) text += QStringLiteral(" --%1: %2;").arg(QLatin1String(name), color.name());
    return QStringLiteral(":root {%1 }\n").arg(text);
}

const char* const kScreen = R"(* { box-sizing: border-box; }
body { margin: 0; background: var(--panel); color: var(--text);
  font: 14px/1.45 "IBM Plex Sans", "Noto Sans", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1040px; margin: 0 auto; padding: 32px 40px 48px; background: var(--raised); }
h1 { font-size: 28px; font-weight: 600; line-height: 1.2; margin: 0 0 8px; overflow-wrap: anywhere; }
h2 { font-size: 20px; font-weight: 600; margin: 40px 0 12px; padding-top: 12px; border-top: 1px solid var(--line); }
h3, summary { font-size: 14px; font-weight: 600; margin: 20px 0 6px; overflow-wrap: anywhere; }
summary { cursor: pointer; }
p { margin: 6px 0; max-width: 78ch; overflow-wrap: anywhere; }
a { color: var(--accent); }
.question { font-size: 17px; color: var(--text2); }
.note { font-size: 12px; color: var(--text3); }
nav ul { list-style: none; margin: 16px 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 18px; }
nav a { display: inline-block; padding: 4px 0; }
.verdict { display: flex; gap: 14px; padding: 14px 18px; border-left: 4px solid var(--text3); background: var(--panel); }
.verdict .mark { flex: none; width: 28px; height: 28px; }
.verdict .level { font-size: 20px; font-weight: 600; margin: 0; }
.verdict .level span { font-size: 14px; font-weight: 400; color: var(--text2); margin-left: 8px; }
.verdict .sentence { font-size: 15px; }
.verdict.ok { background: var(--okbg); border-color: var(--ok); } .verdict.ok .level { color: var(--ok); }
.verdict.warn { background: var(--warnbg); border-color: var(--warn); } .verdict.warn .level { color: var(--warn); }
.verdict.bad { background: var(--badbg); border-color: var(--bad); } .verdict.bad .level { color: var(--bad); }
.verdict .level span { color: var(--text2); }
table { border-collapse: collapse; width: 100%; font-size: 13px; margin: 6px 0 10px; }
th, td { text-align: left; vertical-align: top; padding: 5px 12px 5px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-weight: 500; color: var(--text2); border-bottom: 1px solid var(--line2); vertical-align: bottom; overflow-wrap: normal; }
tbody th { font-weight: 500; min-width: 9em; }
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }
td.ok { color: var(--ok); } td.warn { color: var(--warn); } td.bad { color: var(--bad); }
td.number.ok, td.number.warn, td.number.bad { font-weight: 600; }
.total th, .total td { font-weight: 600; border-top: 1px solid var(--text3); border-bottom: none; }
figure { margin: 8px 0 12px; }
figure svg { display: block; width: 100%; height: auto; border: 1px solid var(--line); }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; margin: 8px 0 12px; }
.pair figure { margin: 0; min-width: 0; }
figcaption { font-size: 12px; color: var(--text3); margin-top: 4px; }
footer { margin-top: 40px; padding-top: 10px; border-top: 1px solid var(--line); font-size: 12px; color: var(--text3); }
)";

const char* const kPaper = R"(@media (max-width: 720px) { main { padding: 16px; overflow-x: auto; } .pair { grid-template-columns: 1fr; } }
@page { margin: 18mm 16mm; }
@media print {
  body { background: none; font-size: 9.5pt; }
  main { max-width: none; padding: 0; }
  nav { display: none; }
  table { font-size: 8.5pt; }
  h2 { margin-top: 20pt; }
  h2, h3, summary { break-after: avoid; }
  thead { display: table-header-group; }
  tr, figure, .verdict { break-inside: avoid; }
  .verdict, figure svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  summary { list-style: none; }
  summary::-webkit-details-marker { display: none; }
}
)";

} // namespace

QString reportStyle() { return colors(lightTheme()) + QLatin1String(kScreen) + QLatin1String(kPaper); }

} // namespace bellweave::ui
