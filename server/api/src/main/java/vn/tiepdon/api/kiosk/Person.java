package vn.tiepdon.api.kiosk;

/**
 * @param maskedName as others in the hall may see it: {@code NGUYỄN T. M.}
 * @param address how to speak to this person
 */
public record Person(String maskedName, Address address) {

    @Override
    public String toString() {
        return "Person[…]";
    }
}
