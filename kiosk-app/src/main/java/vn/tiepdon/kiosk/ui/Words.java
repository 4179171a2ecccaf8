package vn.tiepdon.kiosk.ui;

import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.fault.FaultCatalogue;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Address;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.kiosk.flow.Language;

/** Every text of the kiosk in one language, from {@code kiosk_vi.properties} and {@code kiosk_en.properties}. */
final class Words {

    private static final Map<Language, ResourceBundle> BUNDLES = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            BUNDLES.put(
                    language,
                    ResourceBundle.getBundle(
                            "vn.tiepdon.kiosk.ui.kiosk",
                            language.locale(),
                            Words.class.getClassLoader(),
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        }
    }

    private static final char NO_BREAK = '\u00a0';
    private static final int LONGEST_UNBROKEN = 16;

    private final Language language;
    private final KioskConfiguration house;

    /** @param house null until the server has told */
    Words(Language language, KioskConfiguration house) {
        this.language = language;
        this.house = house;
    }

    String say(String key) {
        return BUNDLES.get(language).getString(key).replace("{desk}", desk());
    }

    /** Fills the text's {@code {0}}, {@code {1}} in order. */
    String say(String key, Object... values) {
        String text = say(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** Ông, bà, anh … in the middle of a sentence. */
    String address(Address address) {
        return say("address." + address);
    }

    /** A time of day as it is spoken: "8 giờ 30". */
    String say(LocalTime time) {
        return time.getMinute() == 0
                ? say("time.hour", time.getHour())
                : say("time.minutes", time.getHour(), "%02d".formatted(time.getMinute()));
    }

    String say(Text text) {
        String said = text.in(language.locale());
        return said.contains("{desk}") ? said.replace("{desk}", desk()) : said;
    }

    String say(FaultCode fault) {
        return say(FaultCatalogue.shipped().of(fault).patient());
    }

    String hospital() {
        return house == null ? "" : say(house.hospital());
    }

    /** Of our own hospital (mã CSKCB); empty until the server has told. */
    String facility() {
        return house == null ? "" : house.facility();
    }

    /** Kept on one line where it is short: "quầy số" alone sends nobody anywhere. */
    private String desk() {
        String desk = house == null
                ? BUNDLES.get(language).getString("desk.unknown")
                : house.desk().in(language.locale());
        return desk.length() > LONGEST_UNBROKEN ? desk : desk.replace(' ', NO_BREAK);
    }
}
