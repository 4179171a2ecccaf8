// Follows one number. The server says how soon to ask again; a page that nobody looks at asks when it is looked at.

const LOST_AFTER = 3;
const LONGEST_MS = 120_000;
const SOONEST_MS = 3_000;
const ANSWER_WITHIN_MS = 10_000;

const now = document.getElementById("now");
const lost = document.getElementById("lost");
const sound = document.getElementById("sound");
const started = { title: document.title };

let audio;
let timer;
let failures = 0;
let asked = performance.now();
let told = "";

// What a kiosk reads of the code is of no use here, and nobody should pass it on with the address.
if (location.hash) {
    history.replaceState(null, "", location.pathname + location.search);
}

function state() {
    return now.firstElementChild.dataset;
}

function beep(at, pitch) {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.4, at);
    loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.45);
    tone.connect(loudness).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.5);
}

function ring(times) {
    navigator.vibrate?.(Array.from({ length: times * 2 }, (_, i) => (i % 2 ? 200 : 400)));
    if (audio) {
        audio.resume();
        for (let i = 0; i < times; i++) {
            beep(audio.currentTime + i, 660);
            beep(audio.currentTime + i + 0.3, 880);
        }
    }
}

/** Each thing is said once: that it is near, and every single call. */
function tell() {
    const { signal, mark, title } = state();
    document.title = title || started.title;
    const news = signal === "called" ? `called ${mark}` : signal;
    if (news !== told) {
        told = news;
        if (signal !== "calm") {
            document.body.dataset.rang = news;
            ring(signal === "called" ? 4 : 1);
        }
    }
}

function later() {
    clearTimeout(timer);
    const wanted = Number(state().again) * 1000 * 2 ** Math.min(failures, 3);
    // Not all telephones of a hall in the same second.
    timer = setTimeout(ask, Math.min(wanted, Math.max(LONGEST_MS, Number(state().again) * 1000)) * (0.85 + 0.3 * Math.random()));
}

async function ask() {
    clearTimeout(timer);
    asked = performance.now();
    try {
        const answer = await fetch(`${location.pathname}/now`, {
            cache: "no-store",
            signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        });
        if (answer.status === 410) {
            location.reload();
            return;
        }
        if (!answer.ok) {
            throw new Error(`status ${answer.status}`);
        }
        now.innerHTML = await answer.text();
        failures = 0;
        tell();
    } catch (unreachable) {
        failures++;
        console.info("the number could not be read", unreachable.name);
    }
    lost.hidden = failures < LOST_AFTER;
    document.body.classList.toggle("stale", failures >= LOST_AFTER);
    later();
}

async function stayAwake() {
    try {
        await navigator.wakeLock?.request("screen");
    } catch (refused) {
        console.info("the screen may go dark", refused.name);
    }
}

sound.hidden = false;
sound.addEventListener("click", () => {
    audio = new AudioContext();
    sound.textContent = sound.dataset.on;
    sound.disabled = true;
    ring(1);
    stayAwake();
});

document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
        if (audio) {
            stayAwake();
        }
        if (performance.now() - asked > SOONEST_MS) {
            ask();
        }
    }
});

tell();
later();
