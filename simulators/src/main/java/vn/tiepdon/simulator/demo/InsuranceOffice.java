package vn.tiepdon.simulator.demo;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import vn.tiepdon.simulator.insurance.HospitalCertificate;
import vn.tiepdon.simulator.rig.Hospital;

/** What a hospital does before its rooms order and their records go out, and where reception sees them go. */
final class InsuranceOffice {

    private static final String CERTIFICATE_PASSWORD = "demo";
    private static final String EXAMINATION = "02.03";
    private static final String SAVED = "main [role=status]:has-text('Đã lưu')";
    private static final int SENT_WITHIN_MILLIS = 60_000;

    private final Hospital hospital;
    private final Corridor corridor;

    InsuranceOffice(Hospital hospital, Corridor corridor) {
        this.hospital = hospital;
        this.corridor = corridor;
    }

    /**
     * An administrator ticks that rooms order, says what each clinic orders first, and uploads a certificate.
     *
     * @param folder for the certificate, of nobody
     */
    void letRoomsOrder(Path folder) throws IOException {
        HospitalCertificate.write(folder, CERTIFICATE_PASSWORD);
        Page admin = corridor.signedIn("quantri", 1366, 768);
        admin.navigate(hospital.address() + "/admin/insurance");
        admin.check("input[name=roomsOrder]");
        admin.click("#save-account");
        admin.waitForSelector(SAVED);
        admin.setInputFiles("#certificate-file", folder.resolve(HospitalCertificate.FILE));
        admin.fill("#certificatePassword", CERTIFICATE_PASSWORD);
        admin.click("#load-certificate");
        admin.waitForSelector("#remove-certificate");
        admin.locator("input[id^=code-]").all().forEach(code -> code.fill(EXAMINATION));
        admin.locator("input[id^=name-]").all().forEach(name -> name.fill("Khám bệnh"));
        admin.click("#save-items");
        admin.waitForSelector(SAVED);
        corridor.picture(admin, "admin-insurance");
        admin.context().close();
    }

    /** Reception's page stays open and shows by itself that the day's record was sent. */
    void awaitSent() {
        Page desk = corridor.signedIn("letan", 1366, 768);
        desk.navigate(hospital.address() + "/insurance");
        desk.waitForSelector(
                "section:last-of-type tbody tr:has-text('Đã gửi')",
                new Page.WaitForSelectorOptions().setTimeout(SENT_WITHIN_MILLIS));
        corridor.picture(desk, "insurance-sent");
        desk.context().close();
    }
}
