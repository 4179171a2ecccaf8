// Speaks a call with prepared clips: "Mời bệnh nhân số — bê — không — không — bảy — vào phòng — một — hai", joined without
// gaps. A browser that was not started for it lets nothing sound before the first touch; ready() says whether it may.

const NAMES = [
    "call",
    "room",
    ..."0123456789".split("").map((digit) => `digit-${digit}`),
    ..."abcdefghijklmnopqrstuvwxyz".split("").map((letter) => `letter-${letter}`),
];

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

    /** Resolves when the last word is over; at once when nothing may sound. */
    async say(label, room) {
        await this.loaded;
        const words = sentence(label, room)
            .map((name) => this.clips.get(name))
            .filter((clip) => clip !== undefined);
        if (!this.ready() || words.length === 0) {
            return;
        }
        let at = this.context.currentTime + 0.05;
        for (const clip of words) {
            const source = this.context.createBufferSource();
            source.buffer = clip;
            source.connect(this.context.destination);
            source.start(at);
            at += clip.duration;
        }
        await new Promise((over) => setTimeout(over, (at - this.context.currentTime) * 1000));
    }
}

function sentence(label, room) {
    return ["call", ...spelled(label), ...(room ? ["room", ...spelled(room)] : [])];
}

function spelled(text) {
    return [...text.toLowerCase()].map((sign) => (/[0-9]/.test(sign) ? `digit-${sign}` : `letter-${sign}`));
}
