package vn.tiepdon.api.kiosk;

import java.util.Set;

/**
 * @param maskedName as others in the hall may see it: {@code NGUYỄN T. M.}
 * @param address how to speak to this person
 * @param mayDeclare what this person may say in order to go first; nothing when age says it already
 */
public record Person(String maskedName, Address address, Set<PriorityClaim> mayDeclare) {

    public Person {
        mayDeclare = mayDeclare == null ? Set.of() : Set.copyOf(mayDeclare);
    }

    public Person(String maskedName, Address address) {
        this(maskedName, address, Set.of());
    }

    /** The same person, who may say this in order to go first. */
    public Person declaring(Set<PriorityClaim> claims) {
        return new Person(maskedName, address, claims);
    }

    @Override
    public String toString() {
        return "Person[…]";
    }
}
