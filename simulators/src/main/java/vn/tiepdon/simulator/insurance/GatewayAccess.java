package vn.tiepdon.simulator.insurance;

/**
 * Who may ask the simulated gateway.
 *
 * @param staffNumber twelve digits of the one who looks up
 */
public record GatewayAccess(String user, String password, String staffName, String staffNumber) {

    /** Of nobody. */
    public static GatewayAccess sample() {
        return new GatewayAccess("36999_BV", "thu-nghiem", "Trần Văn Mẫu", "001080000456");
    }
}
