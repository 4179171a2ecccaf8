package vn.tiepdon.card.code;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.tiepdon.card.citizen.MachineReadableZone;
import vn.tiepdon.card.citizen.MalformedZoneException;
import vn.tiepdon.card.citizen.MalformedZoneException.Problem;
import vn.tiepdon.card.code.CodeResult.Incomplete;
import vn.tiepdon.card.code.CodeResult.Malformed.Reason;
import vn.tiepdon.card.code.CodeResult.Recognised;
import vn.tiepdon.card.code.CodeResult.Unsupported;
import vn.tiepdon.card.code.ScannedCode.CitizenZone;

/** The machine readable zone on the back of a citizen card, read by an OCR scanner or typed. */
final class ZoneCode {

    private static final Pattern SPACES = Pattern.compile(" +");
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]*<[A-Z0-9<]*|IDVNM[0-9]*");

    /** Passports and visas (formats TD3 and MRV), which are no citizen cards. */
    private static final Pattern OTHER_DOCUMENT = Pattern.compile("[PV][A-Z<].*");

    private ZoneCode() {}

    static boolean looksLikeOne(String text) {
        return SHAPE.matcher(compact(text)).matches();
    }

    /** @param text looks like a zone */
    static CodeResult parse(String text) throws MalformedCode {
        String zone = compact(text);
        if (OTHER_DOCUMENT.matcher(zone).matches() || zone.length() > MachineReadableZone.LENGTH) {
            return new Unsupported();
        }
        if (zone.length() < MachineReadableZone.LENGTH) {
            return new Incomplete();
        }
        return ofCitizen(zone);
    }

    private static CodeResult ofCitizen(String zone) throws MalformedCode {
        try {
            MachineReadableZone parsed = MachineReadableZone.parse(zone);
            if (!parsed.issuer().equals(MachineReadableZone.VIETNAM)) {
                return new Unsupported();
            }
            if (parsed.nationalNumber().isEmpty()) {
                throw new MalformedCode(Reason.NUMBER);
            }
            return new Recognised(new CitizenZone(parsed));
        } catch (MalformedZoneException e) {
            throw new MalformedCode(e.problem() == Problem.CHECK_DIGIT ? Reason.CHECK_DIGIT : Reason.FIELDS);
        }
    }

    private static String compact(String text) {
        return SPACES.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
