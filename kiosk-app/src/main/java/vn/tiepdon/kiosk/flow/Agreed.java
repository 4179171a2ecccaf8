package vn.tiepdon.kiosk.flow;

/**
 * A patient who lets the kiosk read the chip. Only {@link Turn#agree} makes one, after a touch on "I agree".
 *
 * @param consent the number under which the device knows of it
 */
public record Agreed(Citizen citizen, long consent) {

    Agreed typing(String digits) {
        return new Agreed(citizen.typing(digits), consent);
    }
}
