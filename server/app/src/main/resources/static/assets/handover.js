// Who waits for the desk, kept true by the stream of events: as a list on its own page, as one line on others.

import { watch } from "./live.js";

const CONCERN = ["handover", "ticket-issued", "ticket-called", "ticket-priority", "ticket-cancelled", "ticket-restored"];
const AT_MOST_EVERY_MS = 1000;
const EVERY_HALF_MINUTE_MS = 30_000;

const place = document.getElementById("handovers");
const lostBar = document.getElementById("lost");
let asking = false;
let wanted = false;

/** One question at a time, and not more than one in a second: in the morning there are many events. */
async function refresh() {
    wanted = true;
    if (asking) {
        return;
    }
    asking = true;
    while (wanted) {
        wanted = false;
        await ask();
        await new Promise((later) => setTimeout(later, AT_MOST_EVERY_MS));
    }
    asking = false;
}

async function ask() {
    try {
        const response = await fetch(place.dataset.list, { signal: AbortSignal.timeout(4000) });
        // After a lost login the answer would be the login page.
        if (response.ok && !response.redirected) {
            put(await response.text());
        }
    } catch (unreachable) {
        console.info("the list could not be read", unreachable.name);
    }
}

/** Whoever works with the keyboard stays where they are. */
function put(html) {
    const focused = place.contains(document.activeElement) ? document.activeElement.id : "";
    place.innerHTML = html;
    if (focused) {
        document.getElementById(focused)?.focus();
    }
}

watch(place.dataset.events, place.dataset.after, {
    event(kind) {
        if (CONCERN.includes(kind)) {
            refresh();
        }
    },
    refresh,
    time() {},
    lost() {
        document.body.classList.add("is-lost");
        if (lostBar) {
            lostBar.hidden = false;
        }
    },
    found() {
        document.body.classList.remove("is-lost");
        if (lostBar) {
            lostBar.hidden = true;
        }
    },
});
// How long somebody has waited changes by itself.
setInterval(refresh, EVERY_HALF_MINUTE_MS);
if (place.dataset.first === "ask") {
    refresh();
}
