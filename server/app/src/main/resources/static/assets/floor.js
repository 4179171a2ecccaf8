// Says that the hall could not be looked at for a while: an old picture must not pass for the present.

const LOST_AFTER_MS = 12_000;
const floor = document.getElementById("floor");
const lost = document.getElementById("lost");

let seen = performance.now();

floor.addEventListener("htmx:afterSwap", () => {
    seen = performance.now();
});

// A page that is not the hall, such as the login, is opened as itself.
floor.addEventListener("htmx:beforeSwap", (event) => {
    if (!event.detail.serverResponse.includes('class="floor"')) {
        event.preventDefault();
        location.reload();
    }
});

setInterval(() => {
    const late = performance.now() - seen > LOST_AFTER_MS;
    lost.hidden = !late;
    floor.classList.toggle("stale", late);
}, 1000);
