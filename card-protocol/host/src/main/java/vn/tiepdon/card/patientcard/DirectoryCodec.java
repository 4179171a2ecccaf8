package vn.tiepdon.card.patientcard;

import java.nio.ByteBuffer;
import java.util.Optional;
import vn.tiepdon.card.patientcard.MalformedRecordException.Reason;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;

/** The answer to SELECT as TLV, layout version 1; see docs/patient-card.md. */
final class DirectoryCodec {

    private static final int TEMPLATE = 0x6F;
    private static final int AID = 0x84;
    private static final int PROPRIETARY = 0xA5;
    private static final int VERSION = 0x80;
    private static final int STATE = 0x81;
    private static final int FILES = 0x82;
    private static final int KEY_VERSIONS = 0x83;
    private static final int REVISION = 0x84;
    private static final int VISITS = 0x85;
    private static final int FREE_MEMORY = 0x86;
    private static final int SERIAL = 0x87;

    private static final CardFile[] LISTED = {CardFile.IDENTITY, CardFile.EMERGENCY, CardFile.MEDICATION};
    private static final CardRole[] ROLES = {CardRole.READING, CardRole.WRITING, CardRole.ADMINISTERING};
    private static final int FILE_ENTRY = 3;

    private DirectoryCodec() {}

    /** The version comes first, so that a newer layout is told from a broken answer. */
    static CardDirectory decode(byte[] fci) throws MalformedRecordException, NewerLayoutException {
        Tlv whole = new Tlv(fci);
        Tlv template = whole.inside(TEMPLATE);
        whole.requireEnd();
        template.value(AID, 5, 16);
        Tlv content = template.inside(PROPRIETARY);
        template.requireEnd();
        int version = number(content, VERSION, 1);
        if (version > IdentityRecord.LAYOUT_VERSION) {
            throw new NewerLayoutException(version);
        }
        require(version == IdentityRecord.LAYOUT_VERSION, VERSION);
        Optional<Lifecycle> state = Lifecycle.ofCode(number(content, STATE, 1));
        require(state.isPresent(), STATE);
        int[] lengths = lengths(content);
        byte[] keys = content.value(KEY_VERSIONS, ROLES.length, ROLES.length);
        long revision = Integer.toUnsignedLong(number(content, REVISION, Integer.BYTES));
        byte[] visits = content.value(VISITS, 2, 2);
        require((visits[0] & 0xFF) <= (visits[1] & 0xFF), VISITS);
        int freeMemory = number(content, FREE_MEMORY, Short.BYTES);
        CardSerial serial = new CardSerial(content.value(SERIAL, CardSerial.LENGTH, CardSerial.LENGTH));
        content.requireEnd();
        return new CardDirectory(
                version,
                state.get(),
                lengths[0],
                lengths[1],
                lengths[2],
                keyVersion(keys, 0),
                keyVersion(keys, 1),
                keyVersion(keys, 2),
                revision,
                visits[0] & 0xFF,
                visits[1] & 0xFF,
                freeMemory,
                serial);
    }

    private static int[] lengths(Tlv content) throws MalformedRecordException {
        int length = LISTED.length * FILE_ENTRY;
        ByteBuffer entries = ByteBuffer.wrap(content.value(FILES, length, length));
        int[] lengths = new int[LISTED.length];
        for (int i = 0; i < LISTED.length; i++) {
            require(entries.get() == LISTED[i].shortId(), FILES);
            lengths[i] = Short.toUnsignedInt(entries.getShort());
            require(lengths[i] <= LISTED[i].capacity(), FILES);
        }
        return lengths;
    }

    private static Optional<KeyVersion> keyVersion(byte[] codes, int index) throws MalformedRecordException {
        if (codes[index] == 0) {
            return Optional.empty();
        }
        try {
            KeyVersion version = KeyVersion.ofCode(codes[index] & 0xFF);
            require(version.role() == ROLES[index], KEY_VERSIONS);
            return Optional.of(version);
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordException(Reason.BAD_VALUE, KEY_VERSIONS);
        }
    }

    /** @return of 4 bytes, all bits */
    private static int number(Tlv content, int tag, int bytes) throws MalformedRecordException {
        int number = 0;
        for (byte part : content.value(tag, bytes, bytes)) {
            number = number << Byte.SIZE | part & 0xFF;
        }
        return number;
    }

    private static void require(boolean holds, int tag) throws MalformedRecordException {
        if (!holds) {
            throw new MalformedRecordException(Reason.BAD_VALUE, tag);
        }
    }
}
