// The line at the bottom of a call screen comes and goes by the hospital's clock, so it is asked for now and then.

const EVERY_MS = 20_000;
const line = document.getElementById("notice");

async function renew() {
    try {
        const response = await fetch(line.dataset.notice, { signal: AbortSignal.timeout(4000) });
        if (response.ok && !response.redirected) {
            line.innerHTML = await response.text();
        }
    } catch (unreachable) {
        console.info("the notice could not be read", unreachable.name);
    }
}

setInterval(renew, EVERY_MS);
