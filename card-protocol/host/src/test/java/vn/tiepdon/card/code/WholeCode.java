package vn.tiepdon.card.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.Stream;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;
import vn.tiepdon.card.code.CodeResult.Recognised;
import vn.tiepdon.card.code.ScannedCode.AppointmentCode;
import vn.tiepdon.card.code.ScannedCode.CitizenCard;
import vn.tiepdon.card.code.ScannedCode.CitizenZone;
import vn.tiepdon.card.code.ScannedCode.InsuranceCard;
import vn.tiepdon.card.code.ScannedCode.PatientCardCode;
import vn.tiepdon.card.code.ScannedCode.TicketCode;
import vn.tiepdon.card.code.ScannedCode.TypedNumber;

/** What every recognised code promises, however odd the text it came from. */
final class WholeCode {

    private WholeCode() {}

    /** One synthetic text of each kind of code. */
    static Stream<String> samples() {
        return Stream.of(
                "001190000123|012345678|Nguyễn Thị Mẫu|15011990|Nữ|Số 1 Phố Mẫu, Hà Nội|01022022",
                "DN4010190000123|4e677579e1bb856e|1950|1|4e|01 – C54|01/01/2019|31/12/2019|24/01/2019|$",
                "IDVNM1900001230001190000123<<19001158F3001156VNM<<<<<<<<<<<4NGUYEN<<THI<MAU<<<<<<<<<<<<<<<",
                "TD1:T:79999:0F8FAD5BD9CB469FA16570867728950E:0000");
    }

    static void require(ScannedCode code) {
        assertThat(code.toString()).matches("[A-Za-z]+\\[(…|[A-Z_]+)]");
        if (code instanceof CitizenCard card) {
            requireNumber(card.nationalNumber(), "[0-9]{12}");
            assertThat(card.oldNumber() == null ? "123456789" : card.oldNumber())
                    .matches("[0-9]{9}([0-9]{3})?");
            requirePerson(card.fullName(), card.birthDate(), card.sex());
            assertThat(card.issued()).isNotNull();
        } else if (code instanceof InsuranceCard card) {
            requireNumber(card.insuranceNumber(), "[0-9]{10}|[A-Z]{2}[1-5][0-9]{12}");
            requirePerson(card.fullName(), card.birthDate(), card.sex());
            assertThat(card.registeredFacility() == null ? "01028" : card.registeredFacility())
                    .matches("[0-9]{2}[0-9A-Z]{3}");
        } else if (code instanceof CitizenZone zone) {
            requireNumber(zone.nationalNumber(), "[0-9]{12}");
            assertThat(zone.nationalNumber()).endsWith(zone.zone().documentNumber());
        } else if (code instanceof TypedNumber number) {
            requireNumber(number.number(), "[A-Z]{0,4}[0-9]{4,15}");
        } else {
            assertThat(CodeParser.parse(ownText(code))).isEqualTo(new Recognised(code));
        }
    }

    private static void requireNumber(String number, String form) {
        assertThat(number).matches(form);
    }

    private static void requirePerson(String fullName, PartialDate birthDate, Sex sex) {
        assertThat(fullName).isNotBlank().hasSizeLessThanOrEqualTo(100);
        assertThat(Normalizer.isNormalized(fullName, Normalizer.Form.NFC)).isTrue();
        assertThat(birthDate).isNotNull();
        assertThat(sex).isNotNull();
    }

    private static String ownText(ScannedCode code) {
        if (code instanceof PatientCardCode card) {
            return card.text();
        }
        return code instanceof AppointmentCode slip ? slip.text() : ((TicketCode) code).text();
    }
}
