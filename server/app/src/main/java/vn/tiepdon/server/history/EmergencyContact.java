package vn.tiepdon.server.history;

import java.util.Optional;

/** Whom to call. */
public record EmergencyContact(String name, String telephone, Optional<String> relation) {

    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_RELATION = 30;

    @Override
    public String toString() {
        return "EmergencyContact[…]";
    }
}
