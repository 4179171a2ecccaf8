package vn.tiepdon.server.phone;

/** No such address, or none of today: nobody learns which. */
class PhoneGoneException extends RuntimeException {

    PhoneGoneException() {
        super("no number of today", null, false, false);
    }
}
