package vn.tiepdon.server.coverage.gateway;

/**
 * What became of trying an account.
 *
 * @param result 200 when the gateway takes it; another maKetQua, or a {@link GatewayFault}
 */
public record AccountTrial(String result, long millis) {

    public boolean taken() {
        return result.equals("200");
    }
}
