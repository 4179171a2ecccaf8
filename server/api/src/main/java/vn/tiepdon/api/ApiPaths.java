package vn.tiepdon.api;

/** Every path that kiosk, desk and simulators call. Placeholders are in braces, as Spring and {@link #fill} read them. */
public final class ApiPaths {

    /** GET, no login: {@code {"status":"UP"}}. */
    public static final String HEALTH = "/health";

    /** POST with {@code Authorization: Enrolment CODE}: a one-time code becomes a device token. */
    public static final String DEVICE_ENROLMENT = "/api/devices/enrolment";

    /** PUT with the device token: how this device's own parts are. */
    public static final String DEVICE_HEALTH = "/api/devices/self/health";

    /** GET with the device token. */
    public static final String KIOSK_CONFIGURATION = "/api/kiosk/configuration";

    /** POST with the device token: who is this, and where may this person go today. */
    public static final String KIOSK_IDENTIFICATIONS = "/api/kiosk/identifications";

    /** PUT with the device token; the id is the kiosk's own, so sending it again is harmless. */
    public static final String KIOSK_CHECK_IN = "/api/kiosk/check-ins/{checkInId}";

    /** PUT with the device token: what came of the contact with a patient card; sending it again is harmless. */
    public static final String KIOSK_CARD_CONTACT = "/api/kiosk/card-contacts/{contactId}";

    /** GET with the device token: the cards that are dead, for the time without a line. */
    public static final String KIOSK_BLOCK_LIST = "/api/kiosk/block-list";

    /** GET, staff login: search patients, {@code q} and {@code limit}. */
    public static final String DESK_PATIENTS = "/api/desk/patients";

    /** POST, staff login: sign the identity record of a new card. */
    public static final String DESK_PATIENT_CARDS = "/api/desk/patients/{hospitalCode}/cards";

    /** POST, administrator: a new device and its one-time enrolment code. */
    public static final String ADMIN_DEVICES = "/api/admin/devices";

    /** How a device proves itself on every call. */
    public static final String DEVICE_SCHEME = "Bearer";

    /** How a device proves itself once, at enrolment. */
    public static final String ENROLMENT_SCHEME = "Enrolment";

    private ApiPaths() {}

    /** Puts one value into a path's only placeholder. */
    public static String fill(String path, String value) {
        int open = path.indexOf('{');
        int close = path.indexOf('}', open);
        if (open < 0 || close < 0) {
            throw new IllegalArgumentException("no placeholder in " + path);
        }
        return path.substring(0, open) + value + path.substring(close + 1);
    }
}
