// The certificate travels in its form as text, the list of facilities as the body itself.

const LARGEST_CERTIFICATE = 128 * 1024;
const LARGEST_LIST = 4 * 1024 * 1024;
const certificate = document.getElementById("certificate");
const places = document.getElementById("places");

// Too large a file is not even sent: the browser says so beside its field.
for (const [form, largest] of [[certificate, LARGEST_CERTIFICATE], [places, LARGEST_LIST]]) {
    const field = form.querySelector("input[type=file]");
    field.addEventListener("change", () => {
        field.setCustomValidity(field.files[0]?.size > largest ? form.dataset.tooLarge : "");
    });
}

async function base64(file) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    let text = "";
    for (const byte of bytes) {
        text += String.fromCharCode(byte);
    }
    return btoa(text);
}

certificate.addEventListener("submit", async (event) => {
    event.preventDefault();
    const file = document.getElementById("certificate-file").files[0];
    document.getElementById("certificate-bytes").value = await base64(file);
    certificate.submit();
});

function say(text) {
    const line = document.createElement("p");
    line.className = "notice attention";
    line.textContent = text;
    document.getElementById("outcome").replaceChildren(line);
}

places.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = places.querySelector("button");
    button.disabled = true;
    try {
        const answer = await fetch(places.action, {
            method: "POST",
            headers: { "Content-Type": "application/octet-stream", "X-XSRF-TOKEN": places.elements._csrf.value },
            body: document.getElementById("places-file").files[0],
        });
        if (!answer.ok || answer.redirected) {
            throw new Error(answer.status);
        }
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        document.getElementById("outcome").replaceWith(page.getElementById("outcome"));
    } catch {
        say(places.dataset.failed);
    } finally {
        button.disabled = false;
    }
});
