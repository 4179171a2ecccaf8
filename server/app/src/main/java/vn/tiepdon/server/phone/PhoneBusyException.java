package vn.tiepdon.server.phone;

/** Too many telephones at this instant: the page keeps what it shows and asks later. */
class PhoneBusyException extends RuntimeException {

    PhoneBusyException() {
        super("too many telephones at once", null, false, false);
    }
}
