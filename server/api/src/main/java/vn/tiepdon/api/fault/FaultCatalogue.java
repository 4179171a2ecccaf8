package vn.tiepdon.api.fault;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import vn.tiepdon.api.Text;

/** The texts of every {@link FaultCode}, from {@code faults_vi.properties} and {@code faults_en.properties} (UTF-8). */
public final class FaultCatalogue {

    private static final FaultCatalogue SHIPPED = new FaultCatalogue();

    private final Map<FaultCode, FaultText> texts = new EnumMap<>(FaultCode.class);

    private FaultCatalogue() {
        ResourceBundle vi = bundle("vi");
        ResourceBundle en = bundle("en");
        for (FaultCode code : FaultCode.values()) {
            texts.put(
                    code,
                    new FaultText(
                            code,
                            text(vi, en, code, "patient"),
                            text(vi, en, code, "reception"),
                            text(vi, en, code, "technician")));
        }
    }

    /**
     * The catalogue as shipped.
     *
     * @throws java.util.MissingResourceException at first use, when a code lacks a text
     */
    public static FaultCatalogue shipped() {
        return SHIPPED;
    }

    public FaultText of(FaultCode code) {
        return texts.get(code);
    }

    private static Text text(ResourceBundle vi, ResourceBundle en, FaultCode code, String reader) {
        String key = code.name() + "." + reader;
        return new Text(vi.getString(key), en.getString(key));
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "vn.tiepdon.api.fault.faults",
                Locale.forLanguageTag(language),
                FaultCatalogue.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
