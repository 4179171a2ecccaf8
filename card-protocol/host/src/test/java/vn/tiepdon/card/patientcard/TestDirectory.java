package vn.tiepdon.card.patientcard;

/** What a card answers to SELECT, as hex without a status word. */
final class TestDirectory {

    private static final String REST = "8303112131" + "840400000000" + "85020018" + "86027FFF" + "87080102030405060708";

    private TestDirectory() {}

    static String fci(int state, int identityLength) {
        return around(content(state, identityLength));
    }

    static String content(int state, int identityLength) {
        return "8001018101%02X820901%04X020000030000".formatted(state, identityLength) + REST;
    }

    /** @param content of A5 */
    static String around(String content) {
        int length = content.length() / 2;
        return "6F%02X8409F054494550444F4E01A5%02X%s".formatted(length + 13, length, content);
    }
}
