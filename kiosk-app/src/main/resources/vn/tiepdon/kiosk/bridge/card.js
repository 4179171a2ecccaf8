// The page for reading patient cards without a line. It asks its own bridge and nobody else, and keeps nothing: what was
// read stands on the screen until another card, "done", or five minutes.

const LOOK_MS = 700;
const SHOWN_MS = 5 * 60 * 1000;

const part = (id) => document.getElementById(id);
let words = null;
let language = "vi";
/** Opens the station's keys; lost with the page. */
let token = null;
/** The card that was read last; the bridge counts them. */
let seen = 0;
let busy = false;
/** What the page shows: null, {sheets} or {fault}, in both languages. */
let shown = null;
let clearing = null;

async function ask(path, body) {
    const headers = { "Content-Type": "application/json" };
    if (token) {
        headers["X-Station-Token"] = token;
    }
    return fetch(path, body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) });
}

function element(name, className, text) {
    const made = document.createElement(name);
    if (className) {
        made.className = className;
    }
    if (text) {
        made.textContent = text;
    }
    return made;
}

function line(data) {
    const item = element("li", data.tone.toLowerCase(), data.text);
    if (data.detail) {
        item.append(" ", element("span", "detail", data.detail));
    }
    return item;
}

function block(data) {
    const section = element("section", `block ${data.kind}`);
    section.classList.toggle("loud", data.lines.some((it) => it.tone === "DANGER" || it.tone === "WARNING"));
    const list = element("ul");
    list.append(...data.lines.map(line));
    section.append(element("h2", "", data.title), list);
    if (data.note) {
        section.append(element("p", "note", data.note));
    }
    return section;
}

function fault(data) {
    const paragraph = (word, text, className) => {
        const made = element("p", className);
        made.append(element("strong", "", `${words[language][word]}: `), text);
        return made;
    };
    return [
        element("h2", "", data.reception[language]),
        paragraph("tell", data.patient[language]),
        paragraph("technician", `${data.technician[language]} (${data.mark})`, "technician"),
    ];
}

function draw() {
    document.documentElement.lang = language;
    document.title = words[language].title;
    for (const worded of document.querySelectorAll("[data-word]")) {
        worded.textContent = words[language][worded.dataset.word];
    }
    part("language").lang = language === "vi" ? "en" : "vi";
    part("unlock").hidden = token !== null;
    part("lock").hidden = token === null;
    part("fault").hidden = !shown?.fault;
    part("fault").replaceChildren(...(shown?.fault ? fault(shown.fault) : []));
    part("sheet").hidden = !shown?.sheets;
    part("sheet").replaceChildren(...(shown?.sheets ? shown.sheets[language].blocks.map(block) : []));
    part("after").hidden = token === null || shown === null;
    part("invitation").hidden = token === null || shown !== null;
    part("invitation").textContent = words[language][busy ? "reading" : "lay"];
}

function show(what) {
    clearTimeout(clearing);
    shown = what;
    if (what?.sheets) {
        clearing = setTimeout(() => show(null), SHOWN_MS);
    }
    draw();
}

function closed() {
    token = null;
    show(null);
    part("password").focus();
}

async function read() {
    if (busy || token === null) {
        return;
    }
    busy = true;
    show(null);
    try {
        const answer = await ask("/card/reading", {});
        busy = false;
        if (answer.status === 401) {
            closed();
        } else {
            show(await answer.json());
        }
    } finally {
        busy = false;
    }
}

async function look() {
    try {
        const asking = token;
        const status = await (await ask("/card/status")).json();
        if (asking !== token) {
            // Opened or closed meanwhile: this answer is about before.
        } else if (token !== null && !status.unlocked) {
            closed();
        } else if (token !== null && status.card !== seen && status.card !== 0) {
            seen = status.card;
            await read();
        }
    } catch {
        part("invitation").hidden = false;
        part("invitation").textContent = words[language].lost;
    }
    setTimeout(look, LOOK_MS);
}

part("unlock").addEventListener("submit", async (event) => {
    event.preventDefault();
    const password = part("password").value;
    part("password").value = "";
    const answer = await ask("/card/unlock", { password });
    const body = await answer.json();
    if (answer.ok) {
        token = body.token;
        seen = 0;
        show(null);
    } else {
        show(body);
    }
});
part("language").addEventListener("click", () => {
    language = language === "vi" ? "en" : "vi";
    draw();
});
part("done").addEventListener("click", () => show(null));
part("again").addEventListener("click", read);
part("lock").addEventListener("click", async () => {
    await ask("/card/lock", {});
    closed();
});

words = await (await ask("/card/words")).json();
draw();
part("password").focus();
look();
