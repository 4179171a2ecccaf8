// A form that says so is sent once, however often its button is tapped. Buttons stay as they are until the request has
// gone, because the one that was tapped is sent along; a page that is come back to can be sent again.
for (const form of document.querySelectorAll('form[data-once]')) {
    let sent = false;
    form.addEventListener('submit', (event) => {
        if (sent) {
            event.preventDefault();
        }
        sent = true;
    });
    window.addEventListener('pageshow', () => {
        sent = false;
    });
}
