// Speaks a call with prepared clips: "(chuông) Mời bệnh nhân số — không — không — bảy — vào phòng khám số — mười — hai",
// each started by the audio clock at the very sample at which the one before ends. A browser that was not started for it
// lets nothing sound before the first touch; ready() says whether it may.

const NAMES = [
    "chime",
    "call",
    "into-clinic",
    "into-room",
    "into-counter",
    "ten",
    "tens",
    "hundred",
    "odd",
    "one-after-tens",
    "five-after-ten",
    ..."0123456789".split("").map((digit) => `digit-${digit}`),
    ..."abcdefghijklmnopqrstuvwxyz".split("").map((letter) => `letter-${letter}`),
];

const LEAD_S = 0.05;

export class Voice {
    constructor(folder) {
        this.context = new AudioContext();
        this.clips = new Map();
        this.loaded = Promise.allSettled(NAMES.map((name) => this.load(folder, name)));
    }

    async load(folder, name) {
        const response = await fetch(`${folder}${name}.ogg`);
        if (!response.ok) {
            throw new Error(`no clip ${name}`);
        }
        this.clips.set(name, await this.context.decodeAudioData(await response.arrayBuffer()));
    }

    ready() {
        return this.context.state === "running";
    }

    async wake() {
        await this.context.resume();
    }

    /** Resolves when the last word is over, with what was said and when; at once when nothing may sound. */
    async say(label, room, doorway) {
        await this.loaded;
        const words = sentence(label, room, doorway).filter((name) => this.clips.has(name));
        if (!this.ready() || words.length === 0) {
            return [];
        }
        let at = this.context.currentTime + LEAD_S;
        const said = [];
        let last;
        for (const name of words) {
            last = this.context.createBufferSource();
            last.buffer = this.clips.get(name);
            last.connect(this.context.destination);
            last.start(at);
            said.push({ name, at, ends: at + last.buffer.duration });
            at += last.buffer.duration;
        }
        // A television that is switched to another input may stop the clock: no call waits for it for ever.
        const longest = (at - this.context.currentTime) * 1000 + 1000;
        await Promise.race([
            new Promise((over) => last.addEventListener("ended", over)),
            new Promise((over) => setTimeout(over, longest)),
        ]);
        return said;
    }
}

/** The names of the clips, in order. */
export function sentence(label, room, doorway) {
    return ["chime", "call", ...spelled(label), ...(room ? [`into-${doorway}`, ...door(room)] : [])];
}

/** A ticket's number is spelled: it is held in the hand as digits. */
function spelled(text) {
    return [...text.toLowerCase()]
        .filter((sign) => /[0-9a-z]/.test(sign))
        .map((sign) => (/[0-9]/.test(sign) ? `digit-${sign}` : `letter-${sign}`));
}

/** A door is called as people call it: 12 is "mười hai", 21 "hai mươi mốt", 105 "một trăm linh năm", 12A "mười hai a". */
function door(room) {
    return (room.match(/\d+|\D+/g) ?? []).flatMap((part) => (/^[1-9]\d{0,2}$/.test(part) ? counted(Number(part)) : spelled(part)));
}

function counted(number) {
    const [hundreds, tens, units] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
    const words = hundreds > 0 ? [`digit-${hundreds}`, "hundred"] : [];
    if (tens === 0 && hundreds > 0 && units > 0) {
        words.push("odd");
    } else if (tens === 1) {
        words.push("ten");
    } else if (tens > 1) {
        words.push(`digit-${tens}`, "tens");
    }
    if (units === 1 && tens > 1) {
        words.push("one-after-tens");
    } else if (units === 5 && tens > 0) {
        words.push("five-after-ten");
    } else if (units > 0) {
        words.push(`digit-${units}`);
    }
    return words;
}
