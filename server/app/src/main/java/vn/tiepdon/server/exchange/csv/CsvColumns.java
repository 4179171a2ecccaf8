package vn.tiepdon.server.exchange.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.tiepdon.server.exchange.content.PersonFields;
import vn.tiepdon.server.history.ObservationKind;

/** The columns that are read and written. Others are known by their names in XML1, or are passed over. */
public final class CsvColumns {

    public static final List<String> PATIENT = PersonFields.NAMES;

    private static final List<String> OF_VISIT = List.of(
            "LY_DO_VV",
            "CHAN_DOAN_RV",
            "MA_BENH_CHINH",
            "MA_BENH_KT",
            "NGAY_VAO",
            "NGAY_RA",
            "KET_QUA_DTRI",
            "GHI_CHU",
            "MA_LOAI_KCB",
            "MA_KHOA",
            "CAN_NANG",
            "NGAY_TAI_KHAM",
            "MA_BAC_SI",
            "DU_PHONG");

    private CsvColumns() {}

    /** MA_LK, the patient, the visit, and a column for each kind of observation in its own unit. */
    public static List<String> visit() {
        List<String> columns = new ArrayList<>(List.of("MA_LK"));
        columns.addAll(PATIENT);
        columns.addAll(OF_VISIT);
        Arrays.stream(ObservationKind.values())
                .filter(it -> it != ObservationKind.WEIGHT)
                .map(Enum::name)
                .forEach(columns::add);
        return columns;
    }
}
