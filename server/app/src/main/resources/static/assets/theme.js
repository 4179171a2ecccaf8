// Light or dark: as the computer is set, until somebody has chosen otherwise in this browser. Runs before anything is
// drawn. Paper is always light.

const dark = document.getElementById("dark");
const asSet = dark.media;
const system = matchMedia("(prefers-color-scheme: dark)");

function chosen() {
    try {
        return localStorage.getItem("tiepdon-theme");
    } catch (forbidden) {
        return null;
    }
}

function apply() {
    const theme = chosen();
    dark.media = theme === "dark" ? "screen" : theme === "light" ? "not all" : asSet;
    const isDark = theme === null ? system.matches : theme === "dark";
    document.querySelectorAll("[data-theme-switch]").forEach((button) => {
        button.hidden = false;
        button.setAttribute("aria-pressed", String(isDark));
    });
}

document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-theme-switch]");
    if (button) {
        const next = button.getAttribute("aria-pressed") === "true" ? "light" : "dark";
        try {
            localStorage.setItem("tiepdon-theme", next);
        } catch (forbidden) {
            console.info("this browser keeps nothing");
        }
        apply();
    }
});
system.addEventListener("change", apply);
addEventListener("storage", apply);
document.addEventListener("DOMContentLoaded", apply);
apply();
