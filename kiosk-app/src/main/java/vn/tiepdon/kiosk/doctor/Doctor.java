package vn.tiepdon.kiosk.doctor;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tiepdon doctor}: exit code 0 when everything is well, 1 when something needs a hand. */
@Command(
        name = "doctor",
        description = "Says what is broken on this machine, and what to do now.",
        mixinStandardHelpOptions = true)
public final class Doctor implements Callable<Integer> {

    @Option(names = "--en", description = "speak English")
    private boolean english;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Doctor()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        Locale locale = Locale.forLanguageTag(english ? "en" : "vi");
        ResourceBundle texts = texts(locale);
        System.out.println(texts.getString("title"));
        List<Finding> findings = new Examination().run();
        findings.forEach(finding -> System.out.println(finding.say(texts, locale)));
        boolean well = findings.stream().allMatch(Finding::isWell);
        System.out.println(texts.getString(well ? "well" : "ill"));
        return well ? 0 : 1;
    }

    static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                "vn.tiepdon.kiosk.doctor.doctor",
                locale,
                Doctor.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
