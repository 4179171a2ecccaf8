package vn.tiepdon.server.exchange.fhir;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import vn.tiepdon.server.patient.Identifier;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.NewPatient;
import vn.tiepdon.server.patient.PatientChange;
import vn.tiepdon.server.patient.PatientDetails;

/** What of a patient another system may change: it replaces and adds, and takes nothing away. */
final class PatientUpdate {

    private PatientUpdate() {}

    /**
     * @param now the patient as it is told of here
     * @param read what was told, in the register's form
     */
    static PatientChange of(PatientDetails before, Patient now, Patient told, NewPatient read) {
        demand(
                !told.hasActive() || told.getActive(),
                "Phần mềm khác không đóng hồ sơ người bệnh.",
                "active: patients are not closed by other systems.");
        demand(
                links(now).containsAll(links(told)),
                "Gộp hồ sơ chỉ làm tại quầy.",
                "link: patients are merged at the desk.");
        demand(
                before.identifiers().stream().filter(Identifier::inForce).allMatch(it -> read.identifiers()
                        .containsKey(it.kind())),
                "Thiếu số định danh đang dùng; số định danh chỉ được thay, không được bỏ.",
                "identifier: those in force are replaced by others of their system, and not left out.");
        demand(
                (before.telephone().isEmpty() || read.telephone().isPresent())
                        && (before.address().isEmpty() || read.address().isPresent()),
                "Điện thoại và địa chỉ chỉ được thay, không được bỏ.",
                "telecom, address: replaced, and not left out.");
        Map<IdentifierKind, String> fresh = new EnumMap<>(IdentifierKind.class);
        read.identifiers().forEach((kind, value) -> {
            if (before.number(kind).filter(value::equals).isEmpty()) {
                fresh.put(kind, value);
            }
        });
        return new PatientChange(
                Optional.of(read.fullName()),
                Optional.of(read.birthDate()),
                Optional.of(read.sex()),
                fresh,
                read.telephone(),
                read.address());
    }

    private static Set<String> links(Patient patient) {
        return patient.getLink().stream()
                .map(it ->
                        it.getType() + " " + it.getOther().getReferenceElement().getIdPart())
                .collect(Collectors.toSet());
    }

    private static void demand(boolean allowed, String vi, String en) {
        if (!allowed) {
            throw Outcomes.notKept(IssueType.BUSINESSRULE, vi, en);
        }
    }
}
