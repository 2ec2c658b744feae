// The play of a page: open a record, follow citations, filter, search, zoom, replay by date.
// What is said stands in the page already; this moves it, and makes none of it markup.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const svg = document.querySelector("#canvas svg");
  const canvas = byId("canvas");
  const details = byId("details");
  const words = byId("words");
  const rows = [...document.querySelectorAll("table.records > tbody > tr")];
  const nodes = rows.map((_, n) => byId(`n${n}`));
  const edges = data.edges.map(([citing, cited], e) => ({ e, citing, cited, g: byId(`e${e}`) }));
  const citations = rows.map(() => []);
  for (const edge of edges) {
    citations[edge.citing].push(edge);
    if (edge.cited !== edge.citing) citations[edge.cited].push(edge);
  }
  const claims = data.claims.map((claim) => ({
    ...claim,
    enters: new Map(claim.enters),
    falls: new Map(claim.falls),
  }));
  const sections = [...document.querySelectorAll(".claim")];
  const state = { claim: claims.length === 1 ? 0 : null, step: 0, open: null, chain: null, at: 0 };
  let texts = null;

  function make(name, text, className) {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  // What is seen ------------------------------------------------------------------------------------------------

  function isIn(n) {
    if (state.claim === null) return true;
    const step = claims[state.claim].enters.get(n);
    return step !== undefined && step <= state.step;
  }

  function matcher() {
    const wanted = ["outlet", "country", "kind"].map((name) => [name, byId(`by-${name}`)?.value]).filter(([, value]) => value);
    const search = byId("search").value.trim().toLowerCase();
    if (search && !texts) texts = rows.map((row) => row.textContent.toLowerCase());
    return (n) =>
      wanted.every(([name, value]) =>
        name === "kind" ? rows[n].dataset.kind.split(" ").includes(value) : rows[n].dataset[name] === value,
      ) && (!search || texts[n].includes(search));
  }

  function paint() {
    const matches = matcher();
    const falls = state.claim === null ? new Map() : claims[state.claim].falls;
    const seen = rows.map((_, n) => isIn(n));
    const found = rows.map((_, n) => seen[n] && matches(n));
    const bright = found.map((held, n) => held && (!state.chain || state.chain.has(n)));
    nodes.forEach((node, n) => {
      node.classList.toggle("out", !seen[n]);
      node.classList.toggle("faded", !bright[n]);
      node.classList.toggle("open", n === state.open);
      node.classList.toggle("yet", falls.has(n) && falls.get(n) > state.step);
      rows[n].hidden = !found[n];
    });
    for (const { g, citing, cited } of edges) {
      g.classList.toggle("out", !seen[citing] || !seen[cited]);
      g.classList.toggle("faded", !bright[citing] || !bright[cited]);
    }
    const number = found.filter(Boolean).length;
    const shown = number === rows.length ? "" : `${number} of ${rows.length} records shown`;
    if (byId("shown").textContent !== shown) byId("shown").textContent = shown;
    if (!found[state.at]) stand(Math.max(0, found.indexOf(true)));
  }

  // Walking the picture by keyboard: one stop for Tab, arrows inside ------------------------------------------------

  function stand(n) {
    nodes[state.at]?.setAttribute("tabindex", "-1");
    state.at = n;
    nodes[n]?.setAttribute("tabindex", "0");
  }

  function reveal(element) {
    const box = element.getBoundingClientRect();
    const around = canvas.getBoundingClientRect();
    if (box.left < around.left || box.right > around.right)
      canvas.scrollLeft += box.left + box.width / 2 - around.left - around.width / 2;
    if (box.top < around.top || box.bottom > around.bottom)
      canvas.scrollTop += box.top + box.height / 2 - around.top - around.height / 2;
  }

  // Brings the records of the chosen claim into the picture's window, from the uppermost on.
  function lookAt() {
    const boxes = nodes.filter((_, n) => isIn(n)).map((node) => node.getBoundingClientRect());
    if (!boxes.length) return;
    const around = canvas.getBoundingClientRect();
    const uppermost = boxes.reduce((one, other) => (other.top < one.top ? other : one));
    const right = Math.max(...boxes.map((box) => box.right)) - around.left + canvas.scrollLeft;
    const middle = uppermost.left + uppermost.width / 2 - around.left - around.width / 2;
    canvas.scrollLeft = right <= around.width ? 0 : canvas.scrollLeft + middle;
    canvas.scrollTop += uppermost.top - around.top - 40;
  }

  // Where the panel lies over the foot of a narrow page, moves the page until the record stands above it.
  function clearOfPanel(node) {
    const box = node.getBoundingClientRect();
    const panel = details.getBoundingClientRect();
    if (panel.top > 0 && (box.bottom > panel.top || box.top < 0)) scrollBy(0, (box.top + box.bottom - panel.top) / 2);
  }

  function goTo(n) {
    stand(n);
    nodes[n].focus({ preventScroll: true });
    reveal(nodes[n]);
  }

  function nextNode(direction) {
    for (let n = state.at + direction; n >= 0 && n < nodes.length; n += direction)
      if (!nodes[n].classList.contains("out") && !rows[n].hidden) return goTo(n);
  }

  function nextEdge(direction, from) {
    const here = citations[state.at].filter(({ g }) => !g.classList.contains("out"));
    if (!here.length) return;
    const place = here.findIndex(({ g }) => g === from);
    const { e, g } = here[place < 0 ? (direction > 0 ? 0 : here.length - 1) : (place + direction + here.length) % here.length];
    g.setAttribute("tabindex", "-1");
    g.setAttribute("role", "button");
    g.setAttribute("aria-label", edgeWords(e));
    g.focus({ preventScroll: true });
  }

  const number = (id) => Number(id.slice(1));
  const part = (target) => target.closest?.("#canvas g.node, #canvas g.edge");

  function onKey(event) {
    const here = part(event.target);
    if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
    const onEdge = here.classList.contains("edge");
    const actions = {
      ArrowRight: () => nextNode(1),
      ArrowLeft: () => nextNode(-1),
      ArrowDown: () => nextEdge(1, here),
      ArrowUp: () => nextEdge(-1, here),
      Home: () => goTo(Math.max(0, rows.findIndex((row) => !row.hidden))),
      Enter: () => (onEdge ? follow(edges[number(here.id)]) : open(number(here.id))),
    };
    const action = actions[event.key === " " ? "Enter" : event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  const follow = ({ citing, cited }) => goTo(state.at === citing ? cited : citing);

  // Who cites whom, in what words ------------------------------------------------------------------------------------

  const nameOf = (n) => rows[n].querySelector(".name").textContent;

  function edgeWords(e) {
    const { citing, cited } = edges[e];
    const said = [...rows[citing].querySelector(`[data-edge="${e}"]`).children].slice(1).map((each) => each.textContent);
    return `${nameOf(citing)} cites ${nameOf(cited)}${said.length ? `: ${said.join(", ")}` : ""}`;
  }

  function say(edge, x, y) {
    document.querySelector("#canvas .edge.lit")?.classList.remove("lit");
    words.hidden = !edge;
    if (!edge) return;
    edge.classList.add("lit");
    words.textContent = edgeWords(number(edge.id));
    words.style.left = `${Math.max(8, Math.min(x + 12, innerWidth - words.offsetWidth - 8))}px`;
    words.style.top = `${Math.max(8, Math.min(y + 16, innerHeight - words.offsetHeight - 8))}px`;
  }

  function edgeNear(x, y) {
    for (const [dx, dy] of [[0, 0], [0, -5], [0, 5], [-5, 0], [5, 0]]) {
      const found = document.elementFromPoint(x + dx, y + dy);
      if (found?.closest("g.node")) return null;
      const edge = found?.closest("#canvas g.edge");
      if (edge) return edge;
    }
    return null;
  }

  // One record in full -----------------------------------------------------------------------------------------------

  function reached(start, next) {
    const seen = new Set([start]);
    const stack = [start];
    while (stack.length) {
      const n = stack.pop();
      for (const edge of citations[n]) {
        const other = next(edge, n);
        if (other !== null && !seen.has(other) && isIn(other)) {
          seen.add(other);
          stack.push(other);
        }
      }
    }
    return seen;
  }

  let opener = null;

  function open(n, from) {
    opener = from ?? nodes[n];
    const above = reached(n, ({ citing, cited }, at) => (citing === at ? cited : null));
    const below = reached(n, ({ citing, cited }, at) => (cited === at ? citing : null));
    state.open = n;
    state.chain = new Set([...above, ...below]);
    const [date, who, ...cells] = rows[n].cells;
    const title = make("h2", who.querySelector(".name").textContent);
    title.id = "details-title";
    title.dir = "auto";
    const close = make("button", "Close");
    close.type = "button";
    close.addEventListener("click", shut);
    const known = make("p", "", "known");
    for (const each of [...who.children].slice(1)) known.append(each.cloneNode(true), " ");
    if (date.textContent) known.prepend(make("span", date.textContent, "date"), " ");
    details.replaceChildren(close, title, known);
    cells.forEach((cell, place) => {
      if (!cell.childNodes.length || !cell.textContent.trim()) return;
      details.append(make("h3", rows[n].closest("table").tHead.rows[0].cells[place + 2].textContent));
      details.append(...[...cell.childNodes].map((child) => child.cloneNode(true)));
    });
    const far = `At first hand or through others: rests on ${above.size - 1}, and ${below.size - 1} rest on it.`;
    details.append(make("p", far, "note"));
    details.hidden = false;
    details.scrollTop = 0;
    stand(n);
    paint();
    reveal(nodes[n]);
    clearOfPanel(nodes[n]);
    details.focus({ preventScroll: true });
  }

  function shut() {
    if (state.open === null) return;
    const back = opener?.isConnected ? opener : nodes[state.open];
    state.open = state.chain = null;
    details.hidden = true;
    paint();
    back.focus({ preventScroll: true });
  }

  // Replay -----------------------------------------------------------------------------------------------------------

  let ticking = null;
  const date = byId("date");

  function replayTo(step) {
    state.step = step;
    const { steps } = claims[state.claim];
    const [label, status, standing, meaning, gaps] = steps[step];
    const chip = make("strong", status.toUpperCase(), `status ${status}`);
    const lines = [chip, ` ${standing}. ${meaning}`];
    if (gaps) lines.push(make("span", " Open then: ", "fact"), gaps);
    const then = byId("then");
    then.replaceChildren(make("span", `${label}: `, "fact"), ...lines);
    byId("moment").textContent = step === steps.length - 1 ? `${label} (the last)` : label;
    date.value = step;
    date.setAttribute("aria-valuetext", `${label}: ${status}`);
    document.querySelector(".course > .now")?.removeAttribute("aria-current");
    document.querySelector(".course > .now")?.classList.remove("now");
    const now = byId(`claim-${state.claim}-step-${step}`);
    now?.classList.add("now");
    now?.setAttribute("aria-current", "step");
    paint();
  }

  function play() {
    if (ticking) return pause();
    if (state.step === claims[state.claim].steps.length - 1) replayTo(0);
    byId("play").textContent = "Pause";
    ticking = setInterval(() => {
      replayTo(state.step + 1);
      if (state.step >= claims[state.claim].steps.length - 1) pause();
    }, 1200);
  }

  function pause() {
    clearInterval(ticking);
    ticking = null;
    byId("play").textContent = "Play";
  }

  function choose(claim) {
    pause();
    state.claim = claim;
    sections.forEach((section, number) => (section.hidden = claim !== null && number !== claim));
    for (const link of document.querySelectorAll("#claims a")) {
      const mine = claim === null ? link.hash === "#claims" : link.hash === `#claim-${claim}`;
      if (mine) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    byId("replay").hidden = claim === null || claims[claim].steps.length < 2;
    if (claim === null) paint();
    else {
      const last = claims[claim].steps.length - 1;
      date.max = last;
      replayTo(last);
    }
    lookAt();
  }

  // Zoom -------------------------------------------------------------------------------------------------------------

  const natural = svg.viewBox.baseVal;
  let scale = 1;
  const fitting = () => canvas.clientWidth / natural.width;

  function zoom(to) {
    const before = scale;
    scale = Math.max(0.05, Math.min(4, to));
    svg.setAttribute("width", natural.width * scale);
    svg.setAttribute("height", natural.height * scale);
    canvas.scrollLeft = ((canvas.scrollLeft + canvas.clientWidth / 2) * scale) / before - canvas.clientWidth / 2;
    canvas.scrollTop = ((canvas.scrollTop + canvas.clientHeight / 2) * scale) / before - canvas.clientHeight / 2;
  }

  // What a reader does -----------------------------------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    const here = part(event.target);
    if (here?.classList.contains("node")) return open(number(here.id));
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    const [, kind, n] = /^#(r|n|claim-)(\d+)$/.exec(link.hash) ?? [];
    if (kind === "claim-") choose(Number(n));
    else if (link.hash === "#claims") choose(null);
    else if (kind && nodes[n]) {
      event.preventDefault();
      open(Number(n), details.contains(link) ? opener : link);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return onKey(event);
    if (!words.hidden) say(null);
    shut();
  });

  let pointed = 0;
  canvas.addEventListener("pointermove", ({ clientX, clientY, buttons }) => {
    cancelAnimationFrame(pointed);
    if (!buttons) pointed = requestAnimationFrame(() => say(edgeNear(clientX, clientY), clientX, clientY));
  });
  canvas.addEventListener("pointerleave", () => {
    cancelAnimationFrame(pointed);
    say(null);
  });
  canvas.addEventListener("focusin", ({ target }) => {
    const here = part(target);
    const box = here?.getBoundingClientRect();
    if (here?.classList.contains("edge")) say(here, box.left + box.width / 2, box.top + box.height / 2);
    else say(null);
  });
  canvas.addEventListener("focusout", () => say(null));

  let held = null;
  canvas.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button === 0 && !part(event.target)) held = event;
  });
  addEventListener("pointermove", (event) => {
    if (!held) return;
    canvas.scrollLeft -= event.movementX;
    canvas.scrollTop -= event.movementY;
  });
  addEventListener("pointerup", () => (held = null));

  for (const id of ["search", "by-outlet", "by-country", "by-kind"]) byId(id)?.addEventListener("input", paint);
  byId("controls").addEventListener("submit", (event) => event.preventDefault());
  byId("show-all").addEventListener("click", () => {
    byId("controls").reset();
    paint();
  });
  byId("zoom-in").addEventListener("click", () => zoom(scale * 1.25));
  byId("zoom-out").addEventListener("click", () => zoom(scale / 1.25));
  byId("zoom-fit").addEventListener("click", () => zoom(fitting()));
  date.addEventListener("input", () => {
    pause();
    replayTo(Number(date.value));
  });
  byId("play").addEventListener("click", play);

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const each of closed) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of closed) each.open = false;
  });

  // Start ------------------------------------------------------------------------------------------------------------

  document.documentElement.classList.add("play");
  for (const id of ["controls", "keys", "all-claims", "choose"]) byId(id)?.removeAttribute("hidden");
  if (rows.length) {
    svg.setAttribute("role", "group");
    for (const node of nodes) {
      node.setAttribute("role", "button");
      node.setAttribute("tabindex", "-1");
      // A button holds no link: what a click opens has it.
      for (const link of node.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    }
    stand(0);
  }
  if (innerHeight < 1100) document.querySelector(".legend").open = false;
  zoom(Math.max(0.6, Math.min(1, fitting())));
  choose(state.claim);
  const [, kind, n] = /^#(r|n|claim-)(\d+)$/.exec(location.hash) ?? [];
  if (kind === "claim-" && claims[n]) choose(Number(n));
  else if (kind && nodes[n]) open(Number(n));
})();
