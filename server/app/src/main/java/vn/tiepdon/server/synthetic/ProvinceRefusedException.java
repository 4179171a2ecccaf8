package vn.tiepdon.server.synthetic;

/** The database is not one to make a province in; the message is for whoever typed the command. */
final class ProvinceRefusedException extends RuntimeException {

    ProvinceRefusedException(String why) {
        super(why);
    }
}
