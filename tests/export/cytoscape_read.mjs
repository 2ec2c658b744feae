// Reads Cytoscape JSON on stdin, prints what cytoscape.js makes of it as JSON.
// Usage: node cytoscape_read.mjs NODE_MODULES < graph.cyjs
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const cytoscape = createRequire(join(process.argv[2], "cytoscape", "package.json"))("cytoscape");
const { data, elements } = JSON.parse(readFileSync(0, "utf8"));
const cy = cytoscape({ headless: true, data, elements });
const labels = Object.fromEntries(cy.nodes().map((node) => [node.id(), node.data("name")]));
const edges = cy.edges().map((edge) => [edge.source().id(), edge.target().id()]);
process.stdout.write(JSON.stringify({ data: cy.data(), labels, edges }));
