// The stream of events that every live page hangs on. It tells the page what happened and, within five seconds, that
// nothing can be heard any more: heartbeats come every two seconds, and only while server and database are well.

const LOST_AFTER_MS = 4400;
const BROKEN_FOR_MS = 2500;
const LOOK_EVERY_MS = 250;
const COME_BACK_AFTER_MS = 1000;
const COME_BACK_BEFORE_MS = 4000;
const KINDS = [
    "ticket-issued",
    "ticket-called",
    "ticket-recalled",
    "patient-entered",
    "ticket-done",
    "ticket-missed",
    "ticket-put-back",
    "ticket-cancelled",
    "ticket-sent",
    "ticket-arrived",
    "ticket-back",
    "ticket-priority",
    "ticket-restored",
    "room-paused",
    "room-opened",
    "handover",
];

/**
 * @param url of the stream
 * @param after the last event that the page was made with
 * @param on {event(kind, data), refresh(), time(instant), lost(), found()}, and board(html) for whoever is sent one
 */
export function watch(url, after, on) {
    let last = after;
    let source;
    let again;
    let heard = performance.now();
    let broken;
    let lost = false;

    // Whoever has slept comes back in the same way as one who has lost the line, though no clock has ticked meanwhile.
    function hear(message) {
        const now = performance.now();
        const missed = lost || now - heard > LOST_AFTER_MS;
        heard = now;
        broken = undefined;
        if (message.lastEventId) {
            last = message.lastEventId;
        }
        if (missed) {
            lost = false;
            on.found();
            on.refresh();
        }
    }

    function open() {
        again = undefined;
        source = new EventSource(`${url}?after=${encodeURIComponent(last)}`);
        source.addEventListener("heartbeat", (message) => {
            hear(message);
            on.time(new Date(JSON.parse(message.data).at));
        });
        source.addEventListener("reset", (message) => {
            hear(message);
            on.refresh();
        });
        source.addEventListener("board", (message) => {
            hear(message);
            on.board(message.data);
        });
        for (const kind of KINDS) {
            source.addEventListener(kind, (message) => {
                hear(message);
                on.event(kind, JSON.parse(message.data));
            });
        }
        // A browser gives up for good when a proxy answers for a server that is away, or the server has too many watchers.
        source.addEventListener("error", () => {
            broken ??= performance.now();
            if (source.readyState === EventSource.CLOSED && again === undefined) {
                again = setTimeout(open, COME_BACK_AFTER_MS + Math.random() * (COME_BACK_BEFORE_MS - COME_BACK_AFTER_MS));
            }
        });
    }

    setInterval(() => {
        const now = performance.now();
        if (!lost && (now - heard > LOST_AFTER_MS || now - broken > BROKEN_FOR_MS)) {
            lost = true;
            on.lost();
        }
    }, LOOK_EVERY_MS);
    open();
}
