package vn.tiepdon.card.citizen;

/** The files of the eMRTD application that are read here (ICAO Doc 9303 part 10, table 34). DG3 and DG11 never are. */
public enum ChipFile {
    CARD_ACCESS(0x011C, 0x1C, 0x31),
    DG1(0x0101, 0x01, 0x61),
    DG2(0x0102, 0x02, 0x75),
    DG13(0x010D, 0x0D, 0x6D),
    DG14(0x010E, 0x0E, 0x6E),
    DG15(0x010F, 0x0F, 0x6F),
    SOD(0x011D, 0x1D, 0x77);

    private final int fileId;
    private final int shortId;
    private final int tag;

    ChipFile(int fileId, int shortId, int tag) {
        this.fileId = fileId;
        this.shortId = shortId;
        this.tag = tag;
    }

    public int fileId() {
        return fileId;
    }

    /** The short EF identifier, 1 to 30. */
    public int shortId() {
        return shortId;
    }

    /** The tag of the file's outermost object. */
    public int tag() {
        return tag;
    }

    /** @return 1 to 16, or 0 when this is no data group */
    public int dataGroup() {
        return name().startsWith("DG") ? shortId : 0;
    }
}
