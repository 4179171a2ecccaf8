package vn.tiepdon.server.coverage.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.HospitalClock;

/**
 * Sends check-in records: {@code POST /api/qd130/checkInKcbQd3176}, form-urlencoded, loaiHoSo 0. Headers and fields as public
 * programs for QĐ 3176 send them; they are those of CV 3190/BHXH for QĐ 130.
 */
@Component
public class RecordGateway {

    private static final String PATH = "/api/qd130/checkInKcbQd3176";
    private static final String CHECK_IN = "0";
    private static final String UNAUTHORISED = "401";
    private static final int LONGEST = 100;

    private final GatewayLine line;
    private final GatewayTokens tokens;
    private final GatewayGuard guard;
    private final HospitalClock clock;

    RecordGateway(GatewayLine line, GatewayTokens tokens, GatewayGuard guard, HospitalClock clock) {
        this.line = line;
        this.tokens = tokens;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * It never throws for what a gateway does.
     *
     * @param facility mã CSKCB
     * @param signed the file
     */
    public RecordReceipt send(
            GatewayAccount account, String facility, byte[] signed, String transaction, Duration patience) {
        List<GatewayCall> calls = new ArrayList<>();
        try {
            guard.enter(account.url(), Hurry.LATER);
        } catch (GatewayException notNow) {
            return none(notNow.fault().name(), calls);
        }
        long began = System.nanoTime();
        RecordReceipt receipt = sent(account, facility, signed, transaction, Deadline.in(patience), calls);
        guard.went(account.url(), Results.of(receipt.result()).kind() != ResultClass.GATEWAY_FAULT, began);
        return receipt;
    }

    private RecordReceipt sent(
            GatewayAccount account,
            String facility,
            byte[] signed,
            String transaction,
            Deadline deadline,
            List<GatewayCall> calls) {
        try {
            GatewayTokens.Token token =
                    tokens.take(account, null, deadline, call -> calls.add(call.about(transaction)));
            RecordReceipt first = post(account, token, facility, signed, transaction, deadline, calls);
            return first.result().equals(UNAUTHORISED)
                    ? post(
                            account,
                            tokens.take(account, token, deadline, call -> calls.add(call.about(transaction))),
                            facility,
                            signed,
                            transaction,
                            deadline,
                            calls)
                    : first;
        } catch (GatewayException failed) {
            return none(failed.fault().name(), calls);
        } catch (GatewayTokens.RefusedException refused) {
            return none(refused.code(), calls);
        }
    }

    private RecordReceipt post(
            GatewayAccount account,
            GatewayTokens.Token token,
            String facility,
            byte[] signed,
            String transaction,
            Deadline deadline,
            List<GatewayCall> calls)
            throws GatewayException {
        long began = System.nanoTime();
        String result = GatewayFault.GARBLED.name();
        String given = transaction;
        try {
            GatewayLine.Reply reply = line.post(
                    URI.create(account.url() + PATH),
                    Map.of(
                            "accessToken",
                            token.access(),
                            "tokenId",
                            token.id(),
                            "passwordHash",
                            account.passwordDigest()),
                    GatewayLine.Content.form(fields(account, facility, signed)),
                    deadline.left());
            if (reply.status() == GatewayLine.UNAUTHORISED) {
                result = UNAUTHORISED;
                return none(result, calls);
            }
            if (reply.status() != GatewayLine.OK) {
                throw new GatewayException(GatewayFault.HTTP);
            }
            AnswerFields fields = AnswerFields.read(reply.body());
            result = fields.code();
            Optional<String> number = fields.text("maGiaoDich").filter(it -> it.length() <= LONGEST);
            given = number.orElse(transaction);
            return new RecordReceipt(
                    result, number, fields.text("thoiGianTiepNhan").filter(it -> it.length() <= 14), calls);
        } catch (GatewayException failed) {
            result = failed.fault().name();
            throw failed;
        } finally {
            calls.add(GatewayCalls.call(GatewayCall.Kind.CHECK_IN, clock.now(), account, given, result, began));
        }
    }

    private static Map<String, String> fields(GatewayAccount account, String facility, byte[] signed) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("username", account.user());
        fields.put("loaiHoSo", CHECK_IN);
        fields.put("maTinh", facility.substring(0, 2));
        fields.put("maCSKCB", facility);
        fields.put("fileHSBase64", Base64.getEncoder().encodeToString(signed));
        return fields;
    }

    private static RecordReceipt none(String result, List<GatewayCall> calls) {
        return new RecordReceipt(result, Optional.empty(), Optional.empty(), calls);
    }
}
