package vn.tiepdon.kiosk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.card.CardSessionGrant;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.card.CardUpdate;
import vn.tiepdon.api.kiosk.Address;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.ChipDoubt;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Coverage;
import vn.tiepdon.api.kiosk.HistorySummary;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.api.kiosk.Person;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.PriorityClaim;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.api.kiosk.Wait;
import vn.tiepdon.kiosk.device.CardVisit;
import vn.tiepdon.kiosk.device.ChipAccess;

/** Synthetic people and clinics; the long names are the ones that have to fit. */
public final class Samples {

    public static final String NAME = "NGUYỄN T. M.";
    public static final String DIAGNOSIS = "Tăng huyết áp vô căn (nguyên phát)";
    public static final String NUMBER = "042";

    private static final String[] CLINICS = {
        "Nội tim mạch",
        "Nội tiết - Đái tháo đường",
        "Hô hấp - COPD",
        "Nội tổng quát",
        "Ngoại chấn thương chỉnh hình",
        "Tai Mũi Họng",
        "Răng Hàm Mặt",
        "Mắt",
        "Da liễu",
        "Sản phụ khoa",
        "Nhi",
        "Thần kinh",
        "Cơ xương khớp",
        "Tiêu hóa - Gan mật",
        "Thận - Tiết niệu",
        "Ung bướu",
        "Y học cổ truyền và Phục hồi chức năng",
        "Lão khoa",
        "Tâm thần",
        "Truyền nhiễm"
    };

    private Samples() {}

    public static KioskConfiguration house() {
        return new KioskConfiguration(
                "kiosk-1",
                "Kiosk sảnh chính",
                "79001",
                new Text("Bệnh viện Đa khoa tỉnh An Bình", "An Binh Provincial General Hospital"),
                "Asia/Ho_Chi_Minh",
                new Text("quầy số 1", "desk 1"),
                Instant.parse("2026-01-05T00:00:00Z"),
                List.of(),
                true);
    }

    public static List<ClinicOption> clinics(ClinicOption.Suggestion suggestion) {
        List<ClinicOption> clinics = new ArrayList<>();
        for (int i = 0; i < CLINICS.length; i++) {
            ClinicOption.State state = i == 3
                    ? ClinicOption.State.FULL
                    : i == 5 || i == 6 ? ClinicOption.State.CLOSED : ClinicOption.State.OPEN;
            clinics.add(new ClinicOption(
                    "K%02d".formatted(i + 1),
                    new Text(CLINICS[i], "Clinic " + (i + 1)),
                    String.valueOf(101 + i),
                    new Text("Tầng 1, nhà A", "Floor 1, building A"),
                    i * 7 % 23,
                    state,
                    i == 5 ? LocalTime.of(13, 30) : null,
                    i == 0 ? suggestion : null));
        }
        return List.copyOf(clinics);
    }

    public static HistorySummary history() {
        return new HistorySummary(
                List.of(
                        visit("2025-12-04", "Nội tim mạch", "I10", DIAGNOSIS),
                        visit("2025-11-06", "Nội tiết - Đái tháo đường", "E11.9", LONG_DIAGNOSIS),
                        visit("2025-10-02", "Nội tim mạch", "I10", DIAGNOSIS),
                        visit("2025-09-04", "Mắt", "H25.9", "Đục thủy tinh thể tuổi già")),
                List.of(
                        new HistorySummary.Programme(
                                "THA", new Text("Tăng huyết áp", "Hypertension"), LocalDate.of(2026, 1, 5)),
                        new HistorySummary.Programme(
                                "DTD", new Text("Đái tháo đường", "Diabetes"), LocalDate.of(2026, 1, 8))));
    }

    private static final String LONG_DIAGNOSIS =
            "Đái tháo đường không phụ thuộc insuline (chưa có biến chứng), theo dõi bệnh thận mạn giai đoạn 3";

    private static HistorySummary.Visit visit(String day, String clinic, String code, String diagnosis) {
        return new HistorySummary.Visit(LocalDate.parse(day), new Text(clinic, clinic), code, diagnosis);
    }

    public static Identification.Proven proven(Ticket... open) {
        return new Identification.Proven(
                UUID.randomUUID(),
                new Person(NAME, Address.BA),
                history(),
                clinics(ClinicOption.Suggestion.PROGRAMME),
                List.of(open));
    }

    public static Identification.Claimed claimed(Ticket... open) {
        return new Identification.Claimed(
                UUID.randomUUID(), new Person("TRẦN V. H.", Address.ONG), clinics(null), List.of(open));
    }

    /** The same person, who may say this in order to go first. */
    public static Identification.Proven declaring(Identification.Proven known, Set<PriorityClaim> claims) {
        return new Identification.Proven(
                known.id(), known.person().declaring(claims), known.history(), known.clinics(), known.openTickets());
    }

    /** Of somebody who showed the slip of an appointment. */
    public static Identification.Claimed expected() {
        List<ClinicOption> clinics = new ArrayList<>(clinics(null));
        clinics.set(0, at(LocalTime.of(8, 30), ClinicOption.Suggestion.APPOINTMENT, clinics.get(0)));
        return new Identification.Claimed(UUID.randomUUID(), new Person(NAME, Address.BA), clinics, List.of());
    }

    /** Of somebody with two appointments, proven. */
    public static Identification.Proven expectedTwice() {
        List<ClinicOption> clinics = new ArrayList<>(expected().clinics());
        clinics.set(1, at(LocalTime.of(10, 45), null, clinics.get(1)));
        return new Identification.Proven(
                UUID.randomUUID(), new Person(NAME, Address.ONG_BA), history(), clinics, List.of());
    }

    private static ClinicOption at(LocalTime time, ClinicOption.Suggestion why, ClinicOption clinic) {
        return new ClinicOption(
                clinic.code(),
                clinic.name(),
                clinic.room(),
                clinic.place(),
                clinic.waiting(),
                clinic.state(),
                clinic.opensAt(),
                why,
                time);
    }

    /** What insurance says; the long sentences are the ones that have to fit. */
    public static Coverage coverage(Coverage.Standing standing, String vi, String en) {
        boolean holds = standing == Coverage.Standing.HOLDS || standing == Coverage.Standing.NEW_CARD;
        return new Coverage(
                UUID.randomUUID(),
                standing,
                new Text(vi, en),
                holds ? LocalDate.of(2026, 12, 31) : null,
                holds ? Boolean.FALSE : null,
                null,
                holds ? Boolean.TRUE : null,
                holds ? "Bệnh viện Đa khoa khu vực Thử Nghiệm số 2" : null,
                new Text("BHYT: đã kiểm tra, mời ghé quầy số 1.", "Insurance: checked, please go to desk 1."));
    }

    /** Of somebody to whom a new insurance card was issued. */
    public static Identification.Proven withNewCard(Ticket... open) {
        Identification.Proven proven = proven(open);
        return new Identification.Proven(
                proven.id(),
                proven.person(),
                proven.history(),
                proven.clinics(),
                proven.openTickets(),
                null,
                coverage(
                        Coverage.Standing.NEW_CARD,
                        "Bảo hiểm đã cấp cho ông/bà thẻ mới.",
                        "A new insurance card was issued to you."));
    }

    /** Of somebody who showed a code and of whose insurance this is said. */
    public static Identification.Claimed insured(Coverage coverage) {
        Identification.Claimed claim = notProven();
        return new Identification.Claimed(
                claim.id(), claim.person(), claim.clinics(), claim.openTickets(), claim.chipDoubt(), coverage);
    }

    /** Of somebody whose chip was read, and nobody vouches for it. */
    public static Identification.Claimed notProven() {
        return new Identification.Claimed(
                UUID.randomUUID(), new Person(NAME, Address.BA), clinics(null), List.of(), ChipDoubt.NO_CSCA);
    }

    public static Presentation.PatientCard card() {
        return new Presentation.PatientCard(new byte[] {1, 2, 3}, null);
    }

    /** A card that asked for a session. */
    public static Presentation.PatientCard talkingCard() {
        return new Presentation.PatientCard(
                new byte[] {1, 2, 3}, null, new CardSessionRequest(new byte[8], new byte[29]));
    }

    /** Somebody whose card has something to be told. */
    public static Identification.Proven provenBy(CardContact contact, Ticket... open) {
        Identification.Proven proven = proven(open);
        return new Identification.Proven(
                proven.id(), proven.person(), proven.history(), proven.clinics(), proven.openTickets(), contact);
    }

    public static CardContact contact(boolean block, CardUpdate... updates) {
        CardSessionGrant grant = new CardSessionGrant(new byte[16], new byte[16], new byte[16], new byte[8]);
        return new CardContact(UUID.randomUUID(), grant, block, !block, List.of(), List.of(updates));
    }

    /** Nothing but its revision. */
    public static CardUpdate update(long revision) {
        return new CardUpdate(revision, null, null, null);
    }

    /** Of a visit that no server tells of. */
    public static CardVisit cardVisit(String day) {
        return new CardVisit(LocalDate.parse(day), house().facility(), "Khám sức khỏe lưu động", List.of("J44.9"));
    }

    public static Presentation.CitizenCode citizen() {
        return new Presentation.CitizenCode("001050000001", null, "Trần Văn Hòa", "1950", Sex.MALE);
    }

    public static ChipAccess access() {
        return new ChipAccess.Code("001050000001", null, LocalDate.of(2022, 2, 1));
    }

    public static Presentation.CitizenChip chip() {
        byte[] file = {1, 2, 3};
        return new Presentation.CitizenChip(file, file, file, null, null, false, null, null);
    }

    public static Ticket ticket(int number) {
        return new Ticket(
                        UUID.randomUUID(),
                        number,
                        "K01",
                        new Text("Nội tim mạch", "Cardiology"),
                        "101",
                        new Text("Tầng 1, nhà A", "Floor 1, building A"),
                        LocalDate.of(2026, 1, 5),
                        OffsetDateTime.parse("2026-01-05T07:10:00+07:00"),
                        7,
                        Ticket.State.WAITING,
                        "TD1:T:79001:6f9619ff-8b86-d011-b42d-00cf4fc964ff")
                .expectedToWait(new Wait(25, 40));
    }

    public static CheckIn issued() {
        return new CheckIn(CheckIn.Outcome.ISSUED, ticket(42));
    }
}
