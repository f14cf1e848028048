"use strict";
// Elements, made from text alone: nothing here ever reads markup.

const DATA = JSON.parse(document.getElementById("data").textContent);
const LABELS = JSON.parse(document.getElementById("labels").textContent);
const LANGUAGE = document.documentElement.lang.startsWith("zh") ? 1 : 0;

/// A label in the page's language, with {0}, {1} ... replaced.
function T(key, ...values) {
  const label = LABELS[key] ? LABELS[key][LANGUAGE] : key;
  return label.replace(/\{(\d)\}/g, (all, i) => String(values[i]));
}

/// The label of a measure.
function measureLabel(name) {
  return LABELS["m." + name] ? T("m." + name) : name.replace(/[_.]/g, " ");
}

/// A scenario's own name: of any script and direction; may break behind its underscores.
function name(text) {
  return el("bdi", {}, text.split(/(?<=_)/).flatMap((part, i) => (i ? [el("wbr"), part] : [part])));
}

function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key === "class") element.className = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  add(element, children);
  return element;
}

function add(parent, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === null || child === undefined) continue;
    parent.append(child);
  }
  return parent;
}

/// A table; heads and cells are texts or nodes.  The first cell of a row is its heading.
function table(heads, rows, attributes) {
  return el("div", {class: "scroll"},
    el("table", attributes,
      el("thead", {}, el("tr", {}, heads.map((head) => el("th", {scope: "col"}, head)))),
      el("tbody", {}, rows.map((row) => el("tr", {},
        row.map((cell, i) => (i === 0 ? el("th", {scope: "row"}, cell) : el("td", {}, cell))))))));
}

/// A table that opens on demand: what a picture says, to read and to copy.
function tableBehind(heads, rows) {
  const inside = el("div", {});
  return el("details", {class: "behind", ontoggle: () => {
    if (!inside.firstChild) inside.append(table(heads, rows()));
  }}, el("summary", {}, T("as_table")), inside);
}

function section(id, title, ...children) {
  return el("section", {id}, el("h2", {}, title), ...children);
}

function note(text) {
  return el("p", {class: "note"}, text);
}
