package vn.tiepdon.server.exchange.hl7;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as an administrator writes them: {@code 10.1.2.3, 10.8.0.0/16, fd00::/8}. Names are never looked up. */
final class Network {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");
    private static final Pattern BETWEEN = Pattern.compile("[,;\\s]+");
    private static final int LONGEST = 50;

    private final byte[] address;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /** Empty when the text is neither an address nor a network. */
    static Optional<Network> parse(String text) {
        String[] parts = text.split("/", -1);
        if (text.length() > LONGEST || parts.length > 2) {
            return Optional.empty();
        }
        Optional<byte[]> address = address(parts[0]);
        if (address.isEmpty() || parts.length == 2 && !LENGTH.matcher(parts[1]).matches()) {
            return Optional.empty();
        }
        int most = address.get().length * Byte.SIZE;
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : most;
        return bits > most ? Optional.empty() : Optional.of(new Network(address.get(), bits));
    }

    /** Whether every part of a list can be read. */
    static boolean valid(String list) {
        return parts(list).stream().allMatch(it -> parse(it).isPresent());
    }

    static boolean any(String list, String address) {
        Optional<byte[]> asked = address(address);
        return asked.isPresent()
                && parts(list).stream().flatMap(it -> parse(it).stream()).anyMatch(it -> it.holds(asked.get()));
    }

    private static List<String> parts(String list) {
        return Arrays.stream(BETWEEN.split(list)).filter(it -> !it.isEmpty()).toList();
    }

    private boolean holds(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((other[bit / Byte.SIZE] & mask) != (address[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> address(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
