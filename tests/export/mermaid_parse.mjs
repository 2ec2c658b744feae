// Reads Mermaid text on stdin, prints what Mermaid's own parser makes of it as JSON.
// Usage: node mermaid_parse.mjs NODE_MODULES < chart.mmd
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const modules = process.argv[2];
const { JSDOM } = createRequire(join(modules, "jsdom", "package.json"))("jsdom");
const { window } = new JSDOM("<!DOCTYPE html><body></body>");
globalThis.window = window; // DOMPurify, which Mermaid cleans labels with, needs a page
globalThis.document = window.document;
const mermaid = (await import(pathToFileURL(join(modules, "mermaid", "dist", "mermaid.core.mjs")))).default;
mermaid.initialize({ maxEdges: 1e6, maxTextSize: 1e9 });

// What a browser would show: Mermaid's placeholders back to entities, those and HTML read by the DOM.
function shown(text) {
  const page = window.document.createElement("div");
  page.innerHTML = (text ?? "").replace(/ﬂ°°/g, "&#").replace(/ﬂ°/g, "&").replace(/¶ß/g, ";");
  const elements = [...page.querySelectorAll("*")].map((element) => element.tagName).filter((tag) => tag !== "BR");
  page.querySelectorAll("br").forEach((line) => line.replaceWith("\n"));
  return { text: page.textContent, elements };
}

const text = readFileSync(0, "utf8");
await mermaid.parse(text);
const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
const vertices = [...db.getVertices().values()].map(({ id, type, classes, text }) => ({ id, type, classes, ...shown(text) }));
const edges = db.getEdges().map(({ start, end, stroke, text }) => ({ start, end, stroke, ...shown(text) }));
process.stdout.write(JSON.stringify({ title: shown(db.getAccTitle()), description: shown(db.getAccDescription()), vertices, edges }));
