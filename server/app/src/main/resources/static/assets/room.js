// A room's panel: one key for each act, and always the truth. The acts themselves are forms that htmx sends; without
// scripts they work as plain forms.

import { watch } from "./live.js";

const EVERY_MINUTE_MS = 60_000;

const page = document.body;
const lostBar = document.getElementById("lost");
let acting = 0;
let stale = false;
/** Acts answered and lists asked for: a list that was asked for before either is older than what is shown. */
let acts = 0;
let asked = 0;

/** Not while an act is on its way: its answer is newer. */
function refresh() {
    if (acting > 0) {
        stale = true;
        return;
    }
    stale = false;
    const told = document.getElementById("told").textContent;
    // Asked by the page, not by the panel: htmx would drop an act while its own panel is being asked for.
    htmx.ajax("GET", page.dataset.panel, { source: page, target: "#panel", swap: "outerHTML" }).then(() => keep(told));
}

/** A sentence stays until the next act, also when the list below it moves. */
function keep(told) {
    const line = document.getElementById("told");
    if (told && line && !line.textContent) {
        line.textContent = told;
        line.classList.remove("empty");
    }
}

document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) {
        return;
    }
    const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (button) {
        event.preventDefault();
        if (!event.repeat && !button.disabled) {
            button.click();
        }
    }
});

function isAct(event) {
    return event.detail.requestConfig?.verb === "post";
}

document.addEventListener("htmx:beforeRequest", (event) => {
    if (isAct(event)) {
        acting += 1;
    } else {
        asked += 1;
        Object.assign(event.detail.xhr, { acts, asked });
    }
});

document.addEventListener("htmx:afterRequest", (event) => {
    if (isAct(event)) {
        acting -= 1;
        acts += 1;
    }
    if (acting === 0 && stale) {
        refresh();
    }
});

document.addEventListener("htmx:beforeSwap", (event) => {
    const answer = event.detail.xhr;
    const path = new URL(answer.responseURL, location.href).pathname;
    // After a lost login every answer is the login page: go there as a whole.
    if (path.endsWith("/login") || answer.status === 401 || answer.status === 403) {
        event.detail.shouldSwap = false;
        location.reload();
    } else if (!isAct(event) && (acting > 0 || answer.acts !== acts)) {
        event.detail.shouldSwap = false;
        stale = true;
    } else if (!isAct(event) && answer.asked !== asked) {
        event.detail.shouldSwap = false;
    }
});

function lose() {
    page.classList.add("is-lost");
    lostBar.hidden = false;
}

document.addEventListener("htmx:sendError", lose);
document.addEventListener("htmx:timeout", lose);

setInterval(refresh, EVERY_MINUTE_MS);

watch(page.dataset.events, page.dataset.after, {
    event: refresh,
    refresh,
    time() {
        if (page.classList.contains("is-lost")) {
            this.found();
            refresh();
        }
    },
    lost: lose,
    found() {
        page.classList.remove("is-lost");
        lostBar.hidden = true;
    },
});
