// What was typed before the session ended goes on its way; without this script its button sends it.
HTMLFormElement.prototype.submit.call(document.getElementById('send'));
