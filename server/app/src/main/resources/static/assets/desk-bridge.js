// The page's side of the desk's bridge, a program on this very computer: docs/desk.md tells what the two say. An order
// that the page shows is handed over as soon as a card lies on the reader; a batch asks for its next order by itself.

const LOOK_AGAIN_MS = 3000;
const TOKEN = "tiepdon-bridge-token";

const box = document.getElementById("bridge");
const house = `http://127.0.0.1:${box.dataset.port}`;
const batch = document.getElementById("batch");

let token = localStorage.getItem(TOKEN);
let reader = null;
let card = null;
/** The order that the bridge is at. */
let running = null;
/** The card on the reader has had its turn: the next one begins when it was taken away. */
let spent = false;
/** An order that has ended, or may have while the bridge could not be heard, and is not shown so yet. */
let owed = null;

function call(path, body) {
    const headers = token ? { "X-Bridge-Token": token } : {};
    if (body === undefined) {
        return fetch(house + path, { headers });
    }
    headers["Content-Type"] = "application/json";
    return fetch(house + path, { method: "POST", headers, body: JSON.stringify(body) });
}

/** @param state absent, unpaired, readerless, empty, or what lies there */
function show(state) {
    box.dataset.state = state;
    for (const line of box.querySelectorAll("[data-when]")) {
        line.hidden = !line.dataset.when.split(" ").includes(state);
    }
}

function showCard() {
    show(reader === null ? "readerless" : (card ?? "empty"));
}

function order() {
    return document.getElementById("order");
}

/** @param key of a text that the order's panel brings along */
function tell(key, values = {}) {
    const line = order()?.querySelector(".order-progress");
    if (line) {
        line.hidden = false;
        line.textContent = line.dataset[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
        const bar = order().querySelector("progress");
        bar.hidden = values.of === undefined;
        bar.max = values.of ?? 1;
        bar.value = values.n ?? 0;
    }
}

/** The server's own words about the order, in the page's language. */
async function renewOrder(id, fault) {
    const query = fault ? `?fault=${encodeURIComponent(fault)}` : "";
    await swap(`/desk/cards/orders/${encodeURIComponent(id)}/panel${query}`, "order");
}

async function renewBatch() {
    if (batch) {
        await swap(batch.dataset.progress, "progress");
    }
}

async function swap(url, id) {
    const answer = await fetch(url);
    if (answer.redirected || answer.status === 401 || answer.status === 403) {
        location.reload();
        return;
    }
    if (answer.status >= 500) {
        throw new Error(`the page could not be renewed: ${answer.status}`);
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(id);
    const old = document.getElementById(id);
    if (answer.ok && fresh && old) {
        old.replaceWith(fresh);
    }
}

async function nextOfBatch() {
    const form = new URLSearchParams({ _csrf: document.querySelector("input[name=_csrf]").value });
    const answer = await fetch(batch.dataset.next, { method: "POST", body: form });
    if (answer.status !== 200) {
        await renewBatch();
        return null;
    }
    const { id } = await answer.json();
    await renewOrder(id);
    return id;
}

async function begin() {
    if (running !== null || spent || card === null) {
        return;
    }
    running = "";
    try {
        const waiting = order()?.dataset.open === "true" ? order().dataset.order : null;
        const id = waiting ?? (batch && card === "blank" ? await nextOfBatch() : null);
        if (id && (await call("/orders", { orderId: id })).status === 202) {
            running = id;
            spent = true;
            tell("begun");
        }
    } finally {
        running ||= null;
    }
}

/** Whoever put another card there meanwhile has not to do so once more. */
async function end(id, fault) {
    if (id === running || id === order()?.dataset.order || batch) {
        running = null;
        owed = { id, fault };
        await settle();
        await begin();
    }
}

/** Shows how an order stands that the page knows nothing newer of; asked again when the answer is lost. */
async function settle() {
    if (owed === null) {
        return;
    }
    await renewOrder(owed.id, owed.fault);
    await renewBatch();
    const over = order()?.dataset.open !== "true" && !owed.fault;
    owed = null;
    if (over && !batch) {
        location.reload();
    }
}

const on = {
    reader(data) {
        reader = data.name;
        showCard();
    },
    card(data) {
        card = data.card;
        spent = spent && card !== null;
        showCard();
        return begin();
    },
    opened: () => tell("opened"),
    "key-made": () => tell("key"),
    written: (data) => tell("written", data),
    done: (data) => end(data.orderId),
    failed: (data) => end(data.orderId, data.fault),
};

/** Server-sent events, by fetch: an EventSource cannot send the token. */
async function listen(events) {
    const chunks = events.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    try {
        for (let chunk = await chunks.read(); !chunk.done; chunk = await chunks.read()) {
            text += chunk.value.replaceAll("\r", "");
            const blocks = text.split("\n\n");
            text = blocks.pop();
            for (const block of blocks) {
                await hear(block);
            }
        }
    } finally {
        // The bridge has room for a few listeners only.
        chunks.cancel().catch(() => {});
    }
}

function hear(block) {
    const field = (name) =>
        block
            .split("\n")
            .filter((line) => line.startsWith(`${name}:`))
            .map((line) => line.slice(name.length + 1).trim())
            .join("\n");
    return on[field("event")]?.(JSON.parse(field("data") || "{}"));
}

async function look() {
    try {
        // The ear first: what the bridge says of an order that begins at once must be heard.
        const events = token ? await call("/events") : null;
        const status = await (await call("/status")).json();
        reader = status.reader;
        card = status.card;
        if (status.paired && events?.ok) {
            showCard();
            if (running !== null) {
                // Its end was told while nobody heard it, or the bridge was started anew in the middle.
                owed = { id: running };
                running = null;
                spent = false;
            }
            await settle();
            await begin();
            await listen(events);
        } else {
            await events?.body?.cancel();
            show("unpaired");
        }
    } catch {
        show("absent");
    }
    setTimeout(look, LOOK_AGAIN_MS);
}

box.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const code = box.querySelector("input[name=code]");
    const wrong = box.querySelector(".pairing-wrong");
    try {
        const answer = await call("/pairing", { code: code.value.trim() });
        wrong.hidden = answer.ok;
        if (answer.ok) {
            token = (await answer.json()).token;
            localStorage.setItem(TOKEN, token);
            code.value = "";
        }
    } catch {
        show("absent");
    }
});

document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat) {
        return;
    }
    const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (button) {
        event.preventDefault();
        button.click();
    }
});

look();
