// Fills the list behind a field for codes of ICD-10 as somebody types; until the first letter it holds the usual ones.
// Where a field takes several codes, the one after the last comma or semicolon is looked for.

const AFTER_MS = 150;
const SHORTEST = 2;

let waiting;
let latest = 0;

// What stands before the code that is being typed; nothing where there is only one.
function before(list, text) {
    return "several" in list.dataset ? text.match(/^(?:.*[,;]\s*)?/s)[0] : "";
}

// The browser fills the whole field with an option, and shows only those that hold all that the field says.
function behind(text, start, option) {
    option.value = start + option.value;
    if (!`${option.value} ${option.textContent}`.toLowerCase().includes(text.toLowerCase())) {
        option.textContent += ` · ${text}`;
    }
}

async function search(list, text) {
    latest += 1;
    const mine = latest;
    const start = before(list, text);
    const typed = text.slice(start.length).trim();
    const answer = await fetch(`${list.dataset.search}?q=${encodeURIComponent(typed)}`).catch(() => undefined);
    if (answer?.ok && !answer.redirected && mine === latest) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const options = [...page.querySelectorAll("option")];
        if (start) {
            options.forEach((option) => behind(text, start, option));
        }
        list.replaceChildren(...options);
    }
}

document.addEventListener("input", (event) => {
    const list = event.target.list;
    if (list && "search" in list.dataset) {
        clearTimeout(waiting);
        const text = event.target.value;
        if (text.slice(before(list, text).length).trim().length >= SHORTEST) {
            waiting = setTimeout(() => search(list, text), AFTER_MS);
        }
    }
});
