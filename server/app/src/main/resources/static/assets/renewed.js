// A page whose main part is put in anew every few seconds says when that has not come for a while: an old picture must not
// pass for the present.

const LOST_AFTER_MS = 12_000;
const place = document.querySelector("[data-renewed]");
const lost = document.getElementById("lost");

let seen = performance.now();

place.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.isError) {
        return;
    }
    // Something else, such as the login, is opened as itself.
    if (!event.detail.serverResponse.includes(`class="${place.dataset.renewed}"`)) {
        event.preventDefault();
        location.reload();
        return;
    }
    seen = performance.now();
    // A button that is being pressed stays until it has been heard; the next picture comes soon.
    if (place.querySelector("button:active, a:active")) {
        event.preventDefault();
    }
});

setInterval(() => {
    const late = performance.now() - seen > LOST_AFTER_MS;
    lost.hidden = !late;
    place.classList.toggle("stale", late);
}, 1000);
