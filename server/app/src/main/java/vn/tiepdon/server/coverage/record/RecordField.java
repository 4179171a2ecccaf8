package vn.tiepdon.server.coverage.record;

/**
 * The 26 elements of {@code TRANG_THAI_KCB} in their order, with the longest text of each (QĐ 4750/QĐ-BYT, the appendix's
 * first table; which must be there: the insurance's own list of checks for it).
 */
public enum RecordField {
    MA_LK(100, true),
    STT(10, true),
    MA_BN(100, true),
    HO_TEN(255, true),
    SO_CCCD(15, false),
    NGAY_SINH(12, true),
    GIOI_TINH(1, true),
    MA_THE_BHYT(15, false),
    MA_DKBD(5, false),
    GT_THE_TU(8, false),
    GT_THE_DEN(8, false),
    MA_DOITUONG_KCB(4, true),
    NGAY_VAO(12, true),
    NGAY_VAO_NOI_TRU(12, false),
    LY_DO_VNT(RecordField.ANY, false),
    MA_LY_DO_VNT(5, false),
    MA_LOAI_KCB(2, true),
    MA_CSKCB(5, true),
    MA_DICH_VU(50, false),
    TEN_DICH_VU(1024, false),
    MA_THUOC(255, false),
    TEN_THUOC(1024, false),
    MA_VAT_TU(255, false),
    TEN_VAT_TU(1024, false),
    NGAY_YL(12, true),
    DU_PHONG(RecordField.ANY, false);

    /** The decision sets no limit; we do. */
    private static final int ANY = 1_000;

    private final int longest;
    private final boolean must;

    RecordField(int longest, boolean must) {
        this.longest = longest;
        this.must = must;
    }

    int longest() {
        return longest;
    }

    boolean must() {
        return must;
    }
}
