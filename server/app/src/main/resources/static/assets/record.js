// The doctor's page by keyboard: F2 opens the patient's own targets, Escape leaves them as they were.

const targets = () => document.getElementById("targets");

document.addEventListener("keydown", (event) => {
    const part = targets();
    if (!part || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
        return;
    }
    if (event.key === "F2") {
        event.preventDefault();
        part.open = true;
        part.querySelector("input:not([type=hidden])").select();
    } else if (event.key === "Escape" && part.open) {
        part.querySelector("form").reset();
        part.open = false;
        part.querySelector("summary").focus();
    }
});
