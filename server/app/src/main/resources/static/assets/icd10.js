// Fills the list behind a field for a code of ICD-10 as somebody types; until the first letter it holds the usual ones.

const AFTER_MS = 150;
const SHORTEST = 2;

const known = document.getElementById("known");
let waiting;
let latest = 0;

async function search(typed) {
    latest += 1;
    const mine = latest;
    const answer = await fetch(`${known.dataset.search}?q=${encodeURIComponent(typed)}`).catch(() => undefined);
    if (answer?.ok && !answer.redirected && mine === latest) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        known.replaceChildren(...page.querySelectorAll("option"));
    }
}

document.addEventListener("input", (event) => {
    if (known && event.target.matches("input[list=known]")) {
        clearTimeout(waiting);
        const typed = event.target.value.trim();
        if (typed.length >= SHORTEST) {
            waiting = setTimeout(() => search(typed), AFTER_MS);
        }
    }
});
