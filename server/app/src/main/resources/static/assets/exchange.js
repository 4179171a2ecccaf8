// Sends a file as it is, so that neither browser nor server ever holds it whole, and says how much has gone.

const form = document.getElementById("upload");
const sending = document.getElementById("sending");
const sent = document.getElementById("sent");
const failed = document.getElementById("failed");
const button = form.querySelector("button");

function fail(text) {
    sending.hidden = true;
    button.disabled = false;
    failed.textContent = text || form.dataset.failed;
    failed.hidden = false;
}

/** What the server says of its refusal, in the page's language. */
function told(request) {
    try {
        return JSON.parse(request.responseText).told;
    } catch {
        return "";
    }
}

form.addEventListener("submit", (event) => {
    event.preventDefault();
    const file = document.getElementById("file").files[0];
    const clinic = document.getElementById("clinic").value;
    const request = new XMLHttpRequest();
    const asked = new URLSearchParams({ name: file.name.slice(-200), clinic });
    request.open("POST", `${form.getAttribute("action")}?${asked}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-XSRF-TOKEN", form.querySelector("[name=_csrf]").value);
    request.upload.addEventListener("progress", (part) => {
        sent.value = part.lengthComputable ? part.loaded / part.total : 0;
    });
    request.addEventListener("load", () => {
        if (request.status === 201) {
            location.assign(`/imports/${JSON.parse(request.responseText).id}`);
        } else {
            fail(told(request));
        }
    });
    request.addEventListener("error", () => fail(""));
    failed.hidden = true;
    sending.hidden = false;
    button.disabled = true;
    request.send(file);
});
