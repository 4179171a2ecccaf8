package vn.tiepdon.card.patientcard;

import vn.tiepdon.card.patientcard.MalformedRecordException.Reason;

/**
 * The answer to SELECT: {@code 6F { 84 AID, A5 { 80 layout version, 81 lifecycle, 82 (SFI, length)* } }}, lengths as two
 * bytes, big-endian.
 */
record CardDirectory(Lifecycle lifecycle, int identityLength) {

    static final int LIFECYCLE = 0x81;

    private static final int TEMPLATE = 0x6F;
    private static final int AID = 0x84;
    private static final int PROPRIETARY = 0xA5;
    private static final int VERSION = 0x80;
    private static final int FILES = 0x82;
    private static final int ENTRY = 3;
    private static final int MAX_FILES = 16;

    static CardDirectory parse(byte[] fci) throws MalformedRecordException, NewerLayoutException {
        Tlv whole = new Tlv(fci);
        Tlv template = whole.inside(TEMPLATE);
        whole.requireEnd();
        template.value(AID, 5, 16);
        Tlv content = template.inside(PROPRIETARY);
        template.requireEnd();
        int version = content.value(VERSION, 1, 1)[0] & 0xFF;
        if (version > IdentityRecord.LAYOUT_VERSION) {
            throw new NewerLayoutException(version);
        }
        Lifecycle lifecycle = Lifecycle.ofCode(content.value(LIFECYCLE, 1, 1)[0] & 0xFF);
        byte[] files = content.value(FILES, 0, MAX_FILES * ENTRY);
        content.requireEnd();
        return new CardDirectory(lifecycle, lengthOf(PatientCard.IDENTITY_FILE, files));
    }

    private static int lengthOf(int sfi, byte[] files) throws MalformedRecordException {
        if (files.length % ENTRY != 0) {
            throw new MalformedRecordException(Reason.BAD_LENGTH, FILES);
        }
        for (int i = 0; i < files.length; i += ENTRY) {
            if (files[i] == sfi) {
                return (files[i + 1] & 0xFF) << 8 | files[i + 2] & 0xFF;
            }
        }
        return 0;
    }
}
