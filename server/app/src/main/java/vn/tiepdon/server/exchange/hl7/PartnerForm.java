package vn.tiepdon.server.exchange.hl7;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.tiepdon.server.device.Device;

/** What an administrator types about another system. */
record PartnerForm(
        String application,
        String facility,
        String addresses,
        String certificate,
        String host,
        String port,
        Boolean tls) {

    private static final Pattern NAME = Pattern.compile("[^|^~\\\\&\\p{Cntrl}]{0,60}");
    private static final Pattern HOST = Pattern.compile("[0-9A-Za-z.:-]{0,255}");
    private static final Pattern FINGERPRINT = Pattern.compile("([0-9a-f]{64})?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int LONGEST_ADDRESSES = 400;
    private static final int HIGHEST_PORT = 65_535;

    static PartnerForm of(Partner one) {
        return new PartnerForm(
                one.application(),
                one.facility(),
                one.addresses(),
                one.certificate(),
                one.host(),
                one.port() == 0 ? "" : Integer.toString(one.port()),
                one.tls());
    }

    static PartnerForm empty() {
        return new PartnerForm("", "", "", "", "", "", false);
    }

    /** With something in each field: a form need not hold them all. */
    PartnerForm complete() {
        return new PartnerForm(
                text(application),
                text(facility),
                text(addresses),
                text(certificate),
                text(host),
                text(port),
                Boolean.TRUE.equals(tls));
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }

    /** Empty when something of it cannot be. */
    Optional<Partner> partner(Device device) {
        String print = certificate.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        String wanted = port.strip();
        boolean portRight = PORT.matcher(wanted).matches()
                && Integer.parseInt(wanted) > 0
                && Integer.parseInt(wanted) <= HIGHEST_PORT;
        boolean right = NAME.matcher(application.strip()).matches()
                && NAME.matcher(facility.strip()).matches()
                && addresses.length() <= LONGEST_ADDRESSES
                && Network.valid(addresses)
                && FINGERPRINT.matcher(print).matches()
                && HOST.matcher(host.strip()).matches()
                && (host.isBlank() ? wanted.isEmpty() || portRight : portRight);
        return right
                ? Optional.of(new Partner(
                        device.facility(),
                        device.id(),
                        application.strip(),
                        facility.strip(),
                        addresses.strip(),
                        print,
                        host.strip(),
                        wanted.isEmpty() ? 0 : Integer.parseInt(wanted),
                        tls))
                : Optional.empty();
    }
}
