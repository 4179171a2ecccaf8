// A call screen: shows the board as it is sent, and announces one call after the other.

import { watch } from "./live.js";
import { Voice } from "./voice.js";

const QUEUE = 20;
const OLD_MS = 60_000;
const SHOWN_MS = 3000;
const PAUSE_MS = 500;
const TURN_MS = 10_000;
const SETTLE_MS = 1500;

const page = document.body;
const board = document.getElementById("board");
const notice = document.getElementById("notice");
const lostBar = document.getElementById("lost");
const soundButton = document.getElementById("sound");
const voice = new Voice(page.dataset.audio);
const calls = [];
let announcing = false;
let saying;
let began = 0;
let newest = "";
let settled = Promise.resolve();
let aheadMs = new Date(page.dataset.now).getTime() - Date.now();

/** Everything that is on the screen comes whole, from the page itself and then from the stream. */
function show() {
    const shown = board.firstElementChild;
    document.getElementById("dark").media = shown.dataset.dark === "true" ? "all" : "not all";
    newest = document.getElementById("band")?.innerHTML;
    const lines = shown.querySelector(".notices");
    if (notice.innerHTML !== lines.innerHTML) {
        notice.innerHTML = lines.innerHTML;
    }
    point();
    turn();
}

function card(ticket) {
    return [...board.querySelectorAll(".calls .call, .panel .call")].find((each) => each.dataset.ticket === ticket);
}

/** Makes one call the great one: the one that is being announced, otherwise the newest. */
function point() {
    const called = card(saying);
    const band = document.getElementById("band");
    if (band && called) {
        band.replaceChildren(called.cloneNode(true));
    } else if (band) {
        band.innerHTML = newest;
    }
    // A board that comes while a call flashes goes on with the flashing instead of beginning anew.
    page.style.setProperty("--began", `${Math.round(began - performance.now())}ms`);
    const great = band?.firstElementChild ?? called ?? board.querySelector(".calls .call");
    for (const each of board.querySelectorAll(".call")) {
        each.classList.toggle("now", each === great);
        each.classList.toggle("calling", saying !== undefined && each.dataset.ticket === saying);
    }
}

/** Pages and notices come by the clock, so that all screens of a hall show the same; a call keeps its page. */
function turn() {
    for (const group of document.querySelectorAll("[data-turns]")) {
        const parts = [...group.children];
        const kept = saying === undefined ? -1 : parts.findIndex((part) => part.contains(card(saying) ?? null));
        const on = kept >= 0 ? kept : Math.floor((Date.now() + aheadMs) / TURN_MS) % Math.max(parts.length, 1);
        parts.forEach((part, at) => part.toggleAttribute("hidden", at !== on));
        if (group.classList.contains("pages")) {
            board.querySelectorAll(".dots i").forEach((dot, at) => dot.classList.toggle("on", at === on));
        }
    }
}

function isOld(call) {
    return Date.now() + aheadMs - new Date(call.at).getTime() > OLD_MS;
}

function called(call) {
    const same = calls.findIndex((waiting) => waiting.ticket === call.ticket);
    if (same >= 0) {
        calls.splice(same, 1);
    }
    calls.push(call);
    while (calls.length > QUEUE) {
        calls.shift();
    }
    announce();
}

/** Whoever has come in meanwhile is not called again, and a screen that has slept does not read out the past. */
async function announce() {
    if (announcing) {
        return;
    }
    announcing = true;
    while (calls.length > 0) {
        await settled;
        const call = calls.shift();
        const shown = card(call.ticket);
        if (shown && shown.dataset.inside === "false" && !isOld(call)) {
            saying = call.ticket;
            began = performance.now();
            point();
            turn();
            document.dispatchEvent(new CustomEvent("announced", { detail: call }));
            const [said] = await Promise.all([speak(call, shown.dataset.doorway), wait(SHOWN_MS)]);
            document.dispatchEvent(new CustomEvent("announcement-over", { detail: { ...call, said } }));
            await wait(PAUSE_MS);
            saying = undefined;
            point();
        }
    }
    announcing = false;
}

async function speak(call, doorway) {
    const aloud = board.firstElementChild.dataset.spoken === "true";
    return aloud ? voice.say(call.label, call.room, doorway.toLowerCase()) : [];
}

function wait(ms) {
    return new Promise((over) => setTimeout(over, ms));
}

const hour = new Intl.DateTimeFormat("vi", {
    timeZone: page.dataset.zone,
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
});

function tick() {
    const clock = document.getElementById("clock");
    const text = hour.format(new Date(Date.now() + aheadMs));
    if (clock.textContent !== text) {
        clock.textContent = text;
    }
    soundButton.hidden = voice.ready() || board.firstElementChild.dataset.spoken !== "true";
    turn();
}

soundButton.addEventListener("click", () => voice.wake().then(tick));
setInterval(tick, 500);
show();
tick();

watch(page.dataset.events, page.dataset.after, {
    event(kind, data) {
        if (kind === "ticket-called" || kind === "ticket-recalled") {
            called(data);
        }
    },
    board(html) {
        board.innerHTML = html;
        show();
    },
    refresh() {
        // The board comes by itself.
    },
    time(now) {
        aheadMs = now.getTime() - Date.now();
    },
    lost() {
        page.classList.add("is-lost");
        lostBar.hidden = false;
    },
    found() {
        // What was missed comes in a rush, and the clock and the board with it: only then is it known what is still fresh.
        settled = wait(SETTLE_MS);
        page.classList.remove("is-lost");
        lostBar.hidden = true;
    },
});
