// A room's panel: one key for each act, and always the truth. The acts themselves are forms that htmx sends; without
// scripts they work as plain forms.

import { watch } from "./live.js";

const EVERY_MINUTE_MS = 60_000;

const page = document.body;
const lostBar = document.getElementById("lost");
let acting = 0;
let stale = false;
let asking = false;
/** Acts answered and lists asked for: a list that was asked for before either is older than what is shown. */
let acts = 0;
let asked = 0;

/** What was pressed while the question for the diagnosis was still on its way. */
let typedAhead;
const TYPED_AHEAD = 12;
const SENTENCES = ["told", "written", "sent", "ordered"];
/** What a doctor usually wants at the end of a visit, by the id of its box, and as what the computer remembers it. */
const HABITS = { then: "tiepdon.then-next", onward: "tiepdon.onward" };

/**
 * Not while an act is on its way: its answer is newer. Nor while the doctor answers: nothing typed may be lost. And one
 * list at a time: what happens while it is on its way makes it old, so it is asked for once more.
 */
function refresh() {
    if (acting > 0 || asking || document.getElementById("ask")) {
        stale = true;
        return;
    }
    stale = false;
    asking = true;
    const sentences = SENTENCES.map((id) => document.getElementById(id));
    // Asked by the page, not by the panel: htmx would drop an act while its own panel is being asked for.
    htmx.ajax("GET", page.dataset.panel, { source: page, target: "#panel", swap: "outerHTML" }).then(
        () => {
            asking = false;
            keep(sentences);
            if (stale) {
                refresh();
            }
        },
        () => {
            asking = false;
        },
    );
}

/** A sentence stays until the next act, also when the list below it moves. */
function keep(sentences) {
    for (const before of sentences) {
        const line = document.getElementById(before.id);
        if (line?.classList.contains("empty") && line !== before) {
            line.replaceWith(before);
        }
    }
}

function isTyping() {
    return document.activeElement?.matches("input[type=text], textarea");
}

/** A chosen day is taken back by its own key. What opens the further inputs leads into them and out again. */
function use(control) {
    if (control.type === "radio" && control.checked) {
        document.getElementById("next-none").click();
    } else if (control.id === "more-open") {
        if (document.activeElement?.closest("#more") && isTyping()) {
            choose();
        } else {
            control.checked = true;
            document.getElementById("bp").focus();
        }
    } else {
        control.click();
    }
}

/** Back to where a digit answers. */
function choose() {
    document.querySelector("#ask .choices button").focus();
}

/** Whether it was Enter or Escape in one of the further inputs: neither must send the answer or lose what was typed. */
function leavesMore(event) {
    const field = document.activeElement;
    return field?.closest("#more") && isTyping()
        && (event.key === "Escape" || event.key === "Enter" && !field.matches("textarea"));
}

/** @return whether the key was one of the panel's */
function press(key, repeated) {
    const control = isTyping() && key.length === 1 ? null : document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (control && !repeated && !control.disabled) {
        use(control);
    }
    const code = document.getElementById("code");
    if (!control && code && !isTyping() && /^\p{L}$/u.test(key)) {
        code.focus();
    }
    return control !== null;
}

document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
        return;
    }
    if (event.key === "Enter" && document.activeElement?.matches("#ask input[type=checkbox]")) {
        event.preventDefault();
        document.getElementById("ask").requestSubmit();
    } else if (leavesMore(event)) {
        event.preventDefault();
        choose();
    } else if (typedAhead) {
        event.preventDefault();
        if (!event.repeat && typedAhead.length < TYPED_AHEAD) {
            typedAhead.push(event.key);
        }
    } else if ((!event.shiftKey || event.key.length === 1) && press(event.key, event.repeat)) {
        event.preventDefault();
    }
});

/** Does what was pressed meanwhile, as far as there is a question to answer. */
function catchUp() {
    const keys = typedAhead ?? [];
    typedAhead = undefined;
    for (const key of keys) {
        if (!document.getElementById("ask") || acting > 0) {
            return;
        }
        if (!press(key, false) && key.length === 1 && isTyping()) {
            document.activeElement.value += key;
        } else if (key === "Enter" && (isTyping() || document.getElementById("order") || document.querySelector(".ordering"))) {
            document.getElementById("ask").requestSubmit();
        }
    }
}

/** Whether the next number is called at once, or the patient sent on, is the doctor's habit, and stays with the computer. */
function remembered() {
    for (const [id, name] of Object.entries(HABITS)) {
        const box = document.getElementById(id);
        if (box) {
            box.checked = localStorage.getItem(name) === "yes";
        }
    }
}

document.addEventListener("click", (event) => {
    const repeat = event.target.closest?.("#repeat");
    if (repeat) {
        document.getElementById("more-open").checked = true;
        document.getElementById("drugs").value = repeat.dataset.drugs;
    }
});

/** Places are gone to in the order in which they were chosen; from a laboratory one usually comes back. */
function order(place) {
    const order = document.getElementById("order");
    const chosen = order.value.split(",").filter((code) => code && code !== place.value);
    if (place.checked) {
        chosen.push(place.value);
    }
    order.value = chosen.join(",");
    for (const each of document.querySelectorAll("input[name=to]")) {
        const turn = chosen.indexOf(each.value);
        each.closest("label").querySelector(".turn").textContent = turn < 0 ? "" : turn + 1;
    }
    const back = document.getElementById("back");
    if (!back.dataset.said) {
        back.checked = [...document.querySelectorAll("input[name=to]:checked")].some((each) => each.dataset.back === "true");
    }
}

document.addEventListener("change", (event) => {
    if (event.target.name === "to") {
        order(event.target);
    } else if (event.target.id === "back") {
        event.target.dataset.said = "yes";
    }
    const habit = HABITS[event.target.id];
    if (habit) {
        localStorage.setItem(habit, event.target.checked ? "yes" : "no");
    }
});

function isAct(event) {
    return event.detail.requestConfig?.verb === "post";
}

document.addEventListener("htmx:beforeRequest", (event) => {
    if (isAct(event)) {
        acting += 1;
        if (/\/(done|late|onward|rest|about|charge)$/.test(event.detail.requestConfig.path)) {
            typedAhead = [];
        }
    } else {
        asked += 1;
        Object.assign(event.detail.xhr, { acts, asked });
    }
});

document.addEventListener("htmx:afterRequest", (event) => {
    if (isAct(event)) {
        acting -= 1;
        acts += 1;
        remembered();
        catchUp();
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
        if (isAct(event) || !document.getElementById("ask")) {
            location.reload();
        } else {
            stale = true; // A list that was asked for before the question was: what is typed goes on, and is kept when sent.
        }
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
