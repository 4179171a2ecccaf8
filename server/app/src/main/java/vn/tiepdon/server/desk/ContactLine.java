package vn.tiepdon.server.desk;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.tiepdon.server.history.EmergencyContact;

record ContactLine(String name, String telephone, String relation) {

    /** At least three digits among what people write around them; 20 characters fit the card. */
    private static final Pattern TELEPHONE = Pattern.compile("(?=(?:[^0-9]*[0-9]){3})[0-9+ ().-]{3,20}");

    ContactLine {
        name = Reading.line(name);
        telephone = Reading.line(telephone);
        relation = Reading.line(relation);
    }

    static ContactLine of(EmergencyContact contact) {
        return new ContactLine(
                contact.name(), contact.telephone(), contact.relation().orElse(""));
    }

    static ContactLine empty() {
        return new ContactLine("", "", "");
    }

    boolean isEmpty() {
        return name.isEmpty() && telephone.isEmpty();
    }

    EmergencyContact read(Reading reading, int line) {
        String id = "contacts" + (line - 1);
        if (name.isEmpty()) {
            return reading.wrong(id + ".name", "contact", line);
        }
        if (!TELEPHONE.matcher(telephone).matches()) {
            return reading.wrong(id + ".telephone", "telephone", line);
        }
        return new EmergencyContact(
                reading.text(id + ".name", line, name, EmergencyContact.LONGEST_NAME),
                telephone,
                Optional.ofNullable(reading.text(id + ".relation", line, relation, EmergencyContact.LONGEST_RELATION))
                        .filter(text -> !text.isEmpty()));
    }

    @Override
    public String toString() {
        return "ContactLine[…]";
    }
}
