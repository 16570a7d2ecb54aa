import MarkdownIt from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import { html } from "preact";
import { nameOf } from "./state.js";

/**
 * A card's markdown as elements. The parser's own HTML output is never used: its tokens become nodes one by one, so
 * that nothing but the tags below can come of what somebody wrote.
 */
const parser = new MarkdownIt({ html: true, breaks: true }).use(cjkFriendly);
// A line that begins with a tag would else be taken for a block of HTML; indented lines are no code in Feishu.
parser.disable(["html_block", "code"]);
// Feishu has tags with an underscore, which markdown does not take for tags.
parser.inline.ruler.before("html_inline", "feishu_tag", (parsing, silent) => {
  const [source] = /^<\/?(?:text|number)_tag\b[^<>]*>/.exec(parsing.src.slice(parsing.pos)) ?? [];
  if (source === undefined) return false;
  if (!silent) parsing.push("html_inline", "", 0).content = source;
  parsing.pos += source.length;
  return true;
});

const KNOWN = new Set(["font", "text_tag", "link", "a", "number_tag", "at", "person", "raw", "u"]);
const TAG = /^<(\/?)([a-z_]+)((?:\s+[^>]*?)?)\s*(\/?)>$/i;

export function Markdown({ source, state }) {
  return html`<div class="markdown">${draw(tree(parser.parse(source, {})), state)}</div>`;
}

/** Opening and closing tokens become nodes with children; what is left open ends with its paragraph. */
function tree(tokens) {
  const root = { children: [] };
  const open = [root];
  for (const token of tokens) {
    const node = nodeOf(token);
    if (node.close) {
      const at = open.findLastIndex((one) => one.tag === node.close);
      if (at > 0) open.length = at;
      else if (node.literal) open.at(-1).children.push({ text: node.literal });
      continue;
    }
    open.at(-1).children.push(node);
    if (node.opens) open.push(node);
  }
  return root.children;
}

function nodeOf(token) {
  if (token.type === "inline") return { tag: "", children: tree(token.children) };
  if (token.type === "html_inline") return htmlNode(token.content);
  if (token.type === "softbreak" || token.type === "hardbreak") return { tag: "br", children: [] };
  if (token.type === "fence") return { tag: "pre", children: [{ text: token.content }] };
  if (token.type === "code_inline") return { tag: "code", children: [{ text: token.content }] };
  if (token.type === "image") return { tag: "img", attributes: { alt: token.content }, children: [] };
  if (token.nesting === -1) return { close: token.hidden ? "hidden" : token.tag };
  if (token.nesting === 1) {
    const tag = token.hidden ? "hidden" : token.tag;
    return { tag, opens: true, attributes: Object.fromEntries(token.attrs ?? []), children: [] };
  }
  if (token.type === "hr") return { tag: "hr", children: [] };
  return { text: token.content };
}

function htmlNode(source) {
  const [, slash, name, rest, selfClosed] = TAG.exec(source) ?? [];
  const tag = name?.toLowerCase();
  if (tag === "br" || tag === "hr") return { tag, children: [] };
  if (!KNOWN.has(tag)) return { text: source };
  if (slash) return { close: tag, literal: source };
  return { tag, opens: !selfClosed, attributes: attributesIn(rest), children: [] };
}

function attributesIn(source) {
  const attributes = {};
  for (const [, name, double, single, bare] of source.matchAll(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
  )) {
    attributes[name] = double ?? single ?? bare;
  }
  return attributes;
}

const draw = (nodes, state) =>
  nodes.map((node) => (node.text === undefined ? drawNode(node, state) : node.text));

const PLAIN = {
  p: (inside) => html`<p>${inside}</p>`,
  h1: (inside) => html`<h2>${inside}</h2>`,
  h2: (inside) => html`<h3>${inside}</h3>`,
  h3: (inside) => html`<h4>${inside}</h4>`,
  h4: (inside) => html`<h5>${inside}</h5>`,
  h5: (inside) => html`<h5>${inside}</h5>`,
  h6: (inside) => html`<h6>${inside}</h6>`,
  ul: (inside) => html`<ul>${inside}</ul>`,
  li: (inside) => html`<li>${inside}</li>`,
  blockquote: (inside) => html`<blockquote>${inside}</blockquote>`,
  table: (inside) => html`<div class="wide"><table>${inside}</table></div>`,
  thead: (inside) => html`<thead>${inside}</thead>`,
  tbody: (inside) => html`<tbody>${inside}</tbody>`,
  tr: (inside) => html`<tr>${inside}</tr>`,
  strong: (inside) => html`<strong>${inside}</strong>`,
  em: (inside) => html`<em>${inside}</em>`,
  s: (inside) => html`<s>${inside}</s>`,
  u: (inside) => html`<u>${inside}</u>`,
  code: (inside) => html`<code>${inside}</code>`,
  pre: (inside) => html`<pre><code>${inside}</code></pre>`,
  br: () => html`<br />`,
  hr: () => html`<hr />`,
};

const SPECIAL = {
  ol: ({ start }, inside) => html`<ol start=${start}>${inside}</ol>`,
  th: ({ style }, inside) => html`<th class=${alignment(style)}>${inside}</th>`,
  td: ({ style }, inside) => html`<td class=${alignment(style)}>${inside}</td>`,
  a: ({ href }, inside) => html`<${Link} href=${href}>${inside}<//>`,
  link: ({ url }, inside) => html`<${Link} href=${url}>${inside}<//>`,
  font: ({ color }, inside) => html`<${Coloured} colour=${color}>${inside}<//>`,
  text_tag: ({ color }, inside) =>
    html`<span class=${`tag hue-${word(color) || "neutral"}`}>${inside}</span>`,
  number_tag: (_, inside) => html`<span class="number-tag">${inside}</span>`,
  img: ({ alt }) => html`<span class="picture small">${alt || "图片"}</span>`,
};

function drawNode({ tag, attributes = {}, children }, state) {
  if (tag === "at" || tag === "person") {
    const id = attributes.id ?? attributes.user_id;
    return html`<span class="at">@${id === "all" ? "所有人" : nameOf(state, id)}</span>`;
  }
  const inside = draw(children, state);
  return PLAIN[tag]?.(inside) ?? SPECIAL[tag]?.(attributes, inside) ?? inside;
}

const alignment = (style = "") => /text-align:(left|center|right)/.exec(style)?.[1] ?? "";
const word = (text = "") => /^[a-z]+(?:-\d+)?$/.exec(text)?.[0] ?? "";

function Coloured({ colour = "", children }) {
  if (/^rgba?\([\d\s.,%]+\)$/.test(colour)) return html`<span style=${{ color: colour }}>${children}</span>`;
  return html`<span class=${`coloured hue-${word(colour).replace(/-\d+$/, "")}`}>${children}</span>`;
}

/** Only addresses of the web are links; anything else stays words. */
function Link({ href = "", children }) {
  if (!/^https?:\/\//i.test(href)) return html`<span>${children}</span>`;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer">${children}</a>`;
}
