// Sends the list of illnesses as the body itself, and shows what became of it.

const form = document.getElementById("load");
const LARGEST = 16 * 1024 * 1024;

function say(text) {
    const line = document.createElement("p");
    line.className = "notice";
    line.textContent = text;
    document.getElementById("outcome").replaceChildren(line);
}

form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const file = document.getElementById("file").files[0];
    if (file.size > LARGEST) {
        say(form.dataset.failed);
        return;
    }
    const button = form.querySelector("button");
    button.disabled = true;
    say(form.dataset.loading);
    try {
        const answer = await fetch(form.action, {
            method: "POST",
            headers: { "Content-Type": "application/octet-stream", "X-XSRF-TOKEN": form.elements._csrf.value },
            body: file,
        });
        if (!answer.ok || answer.redirected) {
            throw new Error(answer.status);
        }
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        document.getElementById("outcome").replaceWith(page.getElementById("outcome"));
    } catch {
        say(form.dataset.failed);
    } finally {
        button.disabled = false;
    }
});
