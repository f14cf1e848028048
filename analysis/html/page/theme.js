// Light and dark: as the system has it until the reader chooses; paper is light.

const redrawn = [];

/// Called whenever colours may have changed.
function onTheme(redraw) {
  redrawn.push(redraw);
}

function colour(variable) {
  return getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
}

function darkNow() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function setTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const redraw of redrawn) redraw();
}

function themeSwitch() {
  const button = el("button", {type: "button", class: "theme", title: T("theme"), "aria-label": T("theme"),
    onclick: () => setTheme(darkNow() ? "light" : "dark")}, "◐");
  return button;
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTheme(document.documentElement.dataset.theme));
let beforePaper;
addEventListener("beforeprint", () => {
  beforePaper = document.documentElement.dataset.theme;
  for (const details of document.querySelectorAll("details.behind")) details.open = false;
  setTheme("light");
});
addEventListener("afterprint", () => setTheme(beforePaper));
