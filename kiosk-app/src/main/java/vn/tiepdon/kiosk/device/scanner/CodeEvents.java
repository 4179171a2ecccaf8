package vn.tiepdon.kiosk.device.scanner;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.card.code.CodeParser;
import vn.tiepdon.card.code.CodeResult;
import vn.tiepdon.card.code.Frame;
import vn.tiepdon.card.code.ScannedCode;
import vn.tiepdon.kiosk.device.ChipAccess;
import vn.tiepdon.kiosk.device.DeviceEvent;

/** What a scan means to the kiosk. */
final class CodeEvents {

    private CodeEvents() {}

    static DeviceEvent of(Frame frame) {
        if (!(frame instanceof Frame.Scan scan)) {
            return new DeviceEvent.CodeFailed(FaultCode.CODE_TOO_LONG);
        }
        CodeResult result = CodeParser.parse(scan.bytes());
        return result instanceof CodeResult.Recognised recognised
                ? scanned(recognised.code())
                : new DeviceEvent.CodeFailed(fault(result));
    }

    private static DeviceEvent scanned(ScannedCode code) {
        if (code instanceof ScannedCode.CitizenCard card) {
            return new DeviceEvent.CitizenCodeScanned(claim(card), access(card));
        } else if (code instanceof ScannedCode.CitizenZone zone) {
            return ofZone(zone);
        }
        return new DeviceEvent.CodeScanned(presentation(code));
    }

    private static ChipAccess access(ScannedCode.CitizenCard card) {
        return new ChipAccess.Code(
                card.nationalNumber(),
                card.birthDate().toLocalDate().orElse(null),
                card.issued().toLocalDate().orElse(null));
    }

    /** The zone knows no Vietnamese name: without the chip it is worth the number in it. */
    private static DeviceEvent ofZone(ScannedCode.CitizenZone zone) {
        Presentation claim = new Presentation.TypedNumber(zone.nationalNumber());
        return zone.zone()
                .key()
                .<DeviceEvent>map(key ->
                        new DeviceEvent.CitizenCodeScanned(claim, new ChipAccess.Zone(zone.nationalNumber(), key)))
                .orElseGet(() -> new DeviceEvent.CodeScanned(claim));
    }

    private static FaultCode fault(CodeResult result) {
        if (result instanceof CodeResult.Incomplete) {
            return FaultCode.CODE_INCOMPLETE;
        } else if (result instanceof CodeResult.TooLong) {
            return FaultCode.CODE_TOO_LONG;
        } else if (result instanceof CodeResult.Unsupported) {
            return FaultCode.CODE_UNSUPPORTED;
        } else if (result.equals(new CodeResult.Malformed(CodeResult.Malformed.Reason.CHECK_DIGIT))) {
            return FaultCode.MRZ_INVALID;
        }
        return FaultCode.CODE_UNREADABLE;
    }

    private static Presentation claim(ScannedCode.CitizenCard citizen) {
        return new Presentation.CitizenCode(
                citizen.nationalNumber(),
                citizen.oldNumber(),
                citizen.fullName(),
                citizen.birthDate().toString(),
                sex(citizen.sex()));
    }

    private static Presentation presentation(ScannedCode code) {
        if (code instanceof ScannedCode.InsuranceCard insurance) {
            return new Presentation.InsuranceCode(
                    insurance.insuranceNumber(),
                    insurance.fullName(),
                    insurance.birthDate().toString(),
                    sex(insurance.sex()));
        } else if (code instanceof ScannedCode.PatientCardCode card) {
            return new Presentation.PatientCardCode(
                    card.facilityCode(), card.cardId().hex());
        } else if (code instanceof ScannedCode.AppointmentCode appointment) {
            return new Presentation.AppointmentCode(
                    appointment.facilityCode(), appointment.id().toString());
        } else if (code instanceof ScannedCode.TicketCode ticket) {
            return new Presentation.TicketCode(
                    ticket.facilityCode(), ticket.id().toString());
        }
        return new Presentation.TypedNumber(((ScannedCode.TypedNumber) code).number());
    }

    private static Sex sex(vn.tiepdon.card.Sex sex) {
        return switch (sex) {
            case MALE -> Sex.MALE;
            case FEMALE -> Sex.FEMALE;
            case NOT_KNOWN, NOT_APPLICABLE -> Sex.UNKNOWN;
        };
    }
}
