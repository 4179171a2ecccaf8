package vn.tiepdon.card.patientcard;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.tiepdon.card.patientcard.MalformedRecordException.Reason;

/** A block list as bytes; see docs/patient-card.md. */
final class BlockListCodec {

    private static final int HEADER =
            IdentityRecord.FACILITY_CODE_LENGTH + 2 * Long.BYTES + SigningKeyId.LENGTH + Integer.BYTES;

    private BlockListCodec() {}

    static byte[] encode(BlockList list) {
        ByteBuffer content = ByteBuffer.allocate(HEADER + list.cards().size() * CardId.LENGTH)
                .put(list.facilityCode().getBytes(StandardCharsets.US_ASCII))
                .putLong(list.sequence())
                .putLong(list.madeAt().getEpochSecond())
                .put(list.signingKeyId().bytes())
                .putInt(list.cards().size());
        list.cards().forEach(card -> content.put(card.bytes()));
        return content.array();
    }

    static BlockList decode(byte[] content) throws MalformedRecordException {
        ByteBuffer in = ByteBuffer.wrap(content);
        try {
            String facilityCode =
                    new String(take(in, IdentityRecord.FACILITY_CODE_LENGTH), StandardCharsets.ISO_8859_1);
            long sequence = in.getLong();
            Instant madeAt = Instant.ofEpochSecond(in.getLong());
            SigningKeyId signer = new SigningKeyId(take(in, SigningKeyId.LENGTH));
            return new BlockList(facilityCode, sequence, madeAt, signer, cards(in));
        } catch (BufferUnderflowException e) {
            throw new MalformedRecordException(Reason.TRUNCATED, 0);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedRecordException(Reason.BAD_VALUE, 0);
        }
    }

    private static List<CardId> cards(ByteBuffer in) throws MalformedRecordException {
        int count = in.getInt();
        if (count < 0 || count > BlockList.MAX_CARDS || in.remaining() != count * CardId.LENGTH) {
            throw new MalformedRecordException(Reason.BAD_LENGTH, 0);
        }
        List<CardId> cards = new ArrayList<>(count);
        while (cards.size() < count) {
            cards.add(new CardId(take(in, CardId.LENGTH)));
        }
        return cards;
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
