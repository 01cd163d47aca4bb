import { DARK, LIGHT } from './mail-colours.ts';

const SERIF = "Georgia, 'Times New Roman', serif";
const SANS = "-apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
const MONO = "Consolas, Menlo, 'Courier New', monospace";

/** The rules that are written into the elements: what every mail program reads. `voices` are the numbers of hues. */
export function inlinedRules(voices: readonly number[]): string {
  return `
.sheet { background-color: ${LIGHT.paper}; }
.text { padding: 24px 18px; color: ${LIGHT.ink}; font-family: ${SERIF}; font-size: 18px; line-height: 28px; text-align: left; }
.text[dir='rtl'] { text-align: right; }
.preheader { display: none; max-height: 0; overflow: hidden; font-size: 1px; line-height: 1px; color: ${LIGHT.paper}; mso-hide: all; }
h1 { margin: 20px 0 12px; font-size: 30px; line-height: 36px; font-weight: bold; }
h2 { margin: 36px 0 12px; font-size: 22px; line-height: 28px; font-weight: bold; }
h3, h4, h5, h6 { margin: 28px 0 10px; font-size: 18px; line-height: 26px; font-weight: bold; }
p { margin: 0 0 16px; }
ul, ol { margin: 0 0 16px; padding-left: 26px; }
li { margin: 0 0 6px; }
a { color: ${LIGHT.ink}; text-decoration: underline; }
hr { margin: 28px 0; border: 0; border-top: 1px solid ${LIGHT.hair}; }
del { color: ${LIGHT.soft}; }
pre { margin: 0 0 16px; padding: 12px; background-color: ${LIGHT.wash}; font-family: ${MONO}; font-size: 14px; line-height: 20px; white-space: pre-wrap; word-wrap: break-word; overflow-wrap: anywhere; }
code { font-family: ${MONO}; font-size: 85%; overflow-wrap: anywhere; }
pre > code { font-size: 14px; }
.data { margin: 0 0 16px; border-collapse: collapse; }
.data th, .data td { padding: 4px 10px; border: 1px solid ${LIGHT.hair}; font-size: 15px; line-height: 21px; text-align: left; vertical-align: top; }
.lede { color: ${LIGHT.soft}; font-size: 20px; line-height: 29px; }
.facts { color: ${LIGHT.soft}; font-family: ${SANS}; font-size: 14px; line-height: 21px; }
.facts a { color: ${LIGHT.soft}; }
blockquote { margin: 0; padding: 0; }
.said { padding: 0 0 0 16px; border-left: 3px solid ${LIGHT.soft}; }
.close { padding: 0; border-left: 3px solid ${LIGHT.soft}; }
.foot { border-bottom: 3px solid ${LIGHT.soft}; }
.foot, .gap { font-size: 1px; line-height: 8px; }
.said[dir='rtl'] { padding: 0 16px 0 0; border-left: 0; border-right: 3px solid ${LIGHT.soft}; text-align: right; }
.close[dir='rtl'] { border-left: 0; border-right: 3px solid ${LIGHT.soft}; }
.who { margin: 0 0 6px; color: ${LIGHT.soft}; font-family: ${SANS}; font-size: 14px; line-height: 21px; }
.who a { color: ${LIGHT.soft}; }
.who strong { color: ${LIGHT.soft}; }
.verdict { font-style: italic; }
${voices.map((voice) => voiceRules(voice, LIGHT.voice(voice), '')).join('\n')}`;
}

/** The rules that stay in the head, for programs that know colour schemes. */
export function keptRules(voices: readonly number[]): string {
  return `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
body, .sheet { background-color: ${DARK.paper} !important; }
.text, a { color: ${DARK.ink} !important; }
.preheader { color: ${DARK.paper} !important; }
.lede, .facts, .facts a, .who, .who a, .who strong, del { color: ${DARK.soft} !important; }
pre { background-color: ${DARK.wash} !important; }
hr, .data th, .data td { border-color: ${DARK.hair} !important; }
.said, .close, .foot { border-color: ${DARK.soft} !important; }
${voices.map((voice) => voiceRules(voice, DARK.voice(voice), ' !important')).join('\n')}
}`;
}

/** `voice-7` stands on the table of a quote, and may stand within that of another. */
function voiceRules(voice: number, colour: string, weight: string): string {
  return `.v${voice}, .v${voice}[dir='rtl'] { border-color: ${colour}${weight}; }
.who .n${voice} { color: ${colour}${weight}; }`;
}
