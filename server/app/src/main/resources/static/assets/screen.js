// A call screen: keeps the board true, and announces one call after the other.

import { watch } from "./live.js";
import { Voice } from "./voice.js";

const QUEUE = 20;
const OLD_MS = 60_000;
const FLASHES_MS = 2400;
const PAUSE_MS = 500;
const AGAIN_MS = 1000;
const LONGEST_AGAIN_MS = 15_000;

const page = document.body;
const board = document.getElementById("board");
const lostBar = document.getElementById("lost");
const soundButton = document.getElementById("sound");
const voice = new Voice(page.dataset.audio);
const calls = [];
let announcing = false;
let refreshing = Promise.resolve();
let refreshWanted = false;
let wake = () => {};
let aheadMs = new Date(page.dataset.now).getTime() - Date.now();

/** One request at a time; whatever is asked for meanwhile is one more. Resolves when the board is as new as the wish. */
function refresh() {
    wake();
    if (!refreshWanted) {
        refreshWanted = true;
        refreshing = refreshing.then(fetchBoard);
    }
    return refreshing;
}

/** What has happened is not told twice: an answer that is lost is asked for until it comes. */
async function fetchBoard() {
    for (let pause = AGAIN_MS; ; pause = Math.min(2 * pause, LONGEST_AGAIN_MS)) {
        refreshWanted = false;
        try {
            const response = await fetch(page.dataset.board, { signal: AbortSignal.timeout(4000) });
            // After a lost login the answer would be the login page.
            if (response.ok && !response.redirected) {
                board.innerHTML = await response.text();
                point(page.dataset.saying);
                return;
            }
        } catch (unreachable) {
            console.info("the board could not be read", unreachable.name);
        }
        // Whoever wishes now wishes for the next try.
        refreshWanted = true;
        await Promise.race([wait(pause), new Promise((now) => (wake = now))]);
    }
}

function card(ticket) {
    return [...board.querySelectorAll(".call")].find((each) => each.dataset.ticket === ticket);
}

/** Makes one call the great one: the one that is being announced, otherwise the newest. */
function point(ticket) {
    const chosen = card(ticket) ?? board.querySelector(".call");
    for (const each of board.querySelectorAll(".call")) {
        each.classList.toggle("now", each === chosen);
        each.classList.toggle("calling", each === chosen && each.dataset.ticket === ticket);
    }
}

function isOld(call) {
    return Date.now() + aheadMs - new Date(call.at).getTime() > OLD_MS;
}

function called(call) {
    if (isOld(call)) {
        refresh();
        return;
    }
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

async function announce() {
    if (announcing) {
        return;
    }
    announcing = true;
    while (calls.length > 0) {
        const call = calls.shift();
        await refresh();
        const shown = card(call.ticket);
        if (shown && shown.dataset.inside === "false" && !isOld(call)) {
            page.dataset.saying = call.ticket;
            point(call.ticket);
            document.dispatchEvent(new CustomEvent("announced", { detail: call }));
            await Promise.all([voice.say(call.label, call.room), wait(FLASHES_MS)]);
            document.dispatchEvent(new CustomEvent("announcement-over", { detail: call }));
            await wait(PAUSE_MS);
            delete page.dataset.saying;
            point();
        }
    }
    announcing = false;
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
    soundButton.hidden = voice.ready();
}

soundButton.addEventListener("click", () => voice.wake().then(tick));
setInterval(tick, 500);
tick();

watch(page.dataset.events, page.dataset.after, {
    event(kind, data) {
        if (kind === "ticket-called" || kind === "ticket-recalled") {
            called(data);
        } else {
            refresh();
        }
    },
    refresh,
    time(now) {
        aheadMs = now.getTime() - Date.now();
    },
    lost() {
        page.classList.add("is-lost");
        lostBar.hidden = false;
    },
    found() {
        page.classList.remove("is-lost");
        lostBar.hidden = true;
    },
});
