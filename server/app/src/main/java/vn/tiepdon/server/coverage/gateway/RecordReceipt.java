package vn.tiepdon.server.coverage.gateway;

import java.util.List;
import java.util.Optional;

/**
 * What became of a record that was sent.
 *
 * @param result 200 when it was taken; another maKetQua, or a {@link GatewayFault}
 * @param transaction maGiaoDich
 * @param receivedAt thoiGianTiepNhan, yyyyMMddHHmmss
 */
public record RecordReceipt(
        String result, Optional<String> transaction, Optional<String> receivedAt, List<GatewayCall> calls) {

    public boolean taken() {
        return result.equals("200");
    }
}
