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

    /** POST with the device token: what the kiosk could not finish; its id is the kiosk's own, sending it again is harmless. */
    public static final String KIOSK_HANDOVERS = "/api/kiosk/handovers";

    /** PUT with the device token: whether the patient uses the new insurance card; sending it again is harmless. */
    public static final String KIOSK_NEW_CARD = "/api/kiosk/coverages/{coverageId}/new-card";

    /** PUT with the device token: what came of the contact with a patient card; sending it again is harmless. */
    public static final String KIOSK_CARD_CONTACT = "/api/kiosk/card-contacts/{contactId}";

    /** GET with the device token: the cards that are dead, for the time without a line. */
    public static final String KIOSK_BLOCK_LIST = "/api/kiosk/block-list";

    /** GET, staff login: search patients, {@code q} and {@code limit}; {@link #MORE_HEADER} says whether these are all. */
    public static final String DESK_PATIENTS = "/api/desk/patients";

    /** {@code true} when others fit too, or may: then more has to be said of whoever is looked for. */
    public static final String MORE_HEADER = "Tiepdon-More";

    /** GET, staff login: whom {@code number} names, and the last ten visits. */
    public static final String DESK_SUMMARY = "/api/desk/summary";

    /** GET, the same for the hospital's other systems, with the token of a device of kind SYSTEM. */
    public static final String EXCHANGE_SUMMARY = "/api/exchange/summary";

    /** POST, staff login: an order about a patient's card; see docs/desk.md. */
    public static final String DESK_CARD_ORDERS = "/api/desk/card-orders";

    /** GET, staff login: how far an order is. */
    public static final String DESK_CARD_ORDER = "/api/desk/card-orders/{orderId}";

    /** POST, administrator: serials and keys for new blank cards. */
    public static final String DESK_CARD_BLANKS = "/api/desk/card-blanks";

    /** POST, staff login: cards for many patients. */
    public static final String DESK_CARD_BATCHES = "/api/desk/card-batches";

    /** GET, staff login: how far a batch is. */
    public static final String DESK_CARD_BATCH = "/api/desk/card-batches/{batchId}";

    /** POST, staff login: the order for the next blank card; 204 when nobody waits any more. */
    public static final String DESK_CARD_BATCH_NEXT = "/api/desk/card-batches/{batchId}/next";

    /** POST with a bridge's token: begins an order with the card that lies on the reader. */
    public static final String BRIDGE_ORDER_CARD = "/api/bridge/card-orders/{orderId}/card";

    /** POST with a bridge's token: session keys for that card. */
    public static final String BRIDGE_ORDER_OPENING = "/api/bridge/card-orders/{orderId}/opening";

    /** POST with a bridge's token: the new card's public key for what makes it the patient's. */
    public static final String BRIDGE_ORDER_PREPARATION = "/api/bridge/card-orders/{orderId}/preparation";

    /** POST with a bridge's token: the card is as ordered; sending it again is harmless. */
    public static final String BRIDGE_ORDER_COMPLETION = "/api/bridge/card-orders/{orderId}/completion";

    /** POST with a bridge's token: it did not work; sending it again is harmless. */
    public static final String BRIDGE_ORDER_FAILURE = "/api/bridge/card-orders/{orderId}/failure";

    /** POST, administrator: a new device and its one-time enrolment code. */
    public static final String ADMIN_DEVICES = "/api/admin/devices";

    /** PUT, administrator: names of facilities by their code, as CSV; see docs/insurance.md. */
    public static final String ADMIN_CARE_PLACES = "/api/admin/care-places";

    /** Everything below, with the token of a device of kind SYSTEM: HL7 FHIR R4; see docs/fhir.md. */
    public static final String FHIR = "/fhir";

    /**
     * POST, administrator or another system: a file of records as the body, {@code name}, and if wished {@code format} and
     * {@code clinic}. GET: the newest files.
     */
    public static final String EXCHANGE_IMPORTS = "/api/exchange/imports";

    /** GET: how far a file is. */
    public static final String EXCHANGE_IMPORT = "/api/exchange/imports/{importId}";

    /** POST: stops it; what is imported stays. */
    public static final String EXCHANGE_IMPORT_CANCELLATION = "/api/exchange/imports/{importId}/cancellation";

    /** GET: what was refused, {@code after} an item and at most {@code limit}. */
    public static final String EXCHANGE_IMPORT_REFUSALS = "/api/exchange/imports/{importId}/refusals";

    /** POST, another system: the first thing of a visit that is paid for was ordered; sending it again is harmless. */
    public static final String EXCHANGE_FIRST_CHARGES = "/api/exchange/first-charges";

    /** GET: all that was refused, as CSV. */
    public static final String EXCHANGE_IMPORT_REFUSALS_CSV = "/api/exchange/imports/{importId}/refusals.csv";

    /** GET, administrator: all visits as insurance XML, or {@code format=CSV}. */
    public static final String EXCHANGE_EXPORT = "/api/exchange/export";

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
