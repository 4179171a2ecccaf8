package vn.tiepdon.simulator.harness;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A member of staff, as the server makes them at its first start. */
public record StaffLogin(String login, String password) {

    /** Quản trị. */
    public static StaffLogin administrator(String password) {
        return new StaffLogin("quantri", password);
    }

    /** Lễ tân. */
    public static StaffLogin reception(String password) {
        return new StaffLogin("letan", password);
    }

    /** Phòng khám. */
    public static StaffLogin room(String password) {
        return new StaffLogin("phongkham", password);
    }

    String authorization() {
        byte[] pair = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return "StaffLogin[" + login + "]";
    }
}
