package vn.tiepdon.server.coverage.record;

import java.util.EnumMap;
import java.util.Map;

/** The 26 fields of a visit; what is not said is empty. */
public record CheckInRecord(Map<RecordField, String> fields) {

    public CheckInRecord {
        EnumMap<RecordField, String> whole = new EnumMap<>(RecordField.class);
        for (RecordField field : RecordField.values()) {
            whole.put(field, fields.getOrDefault(field, "").strip());
        }
        fields = Map.copyOf(whole);
    }

    public String get(RecordField field) {
        return fields.get(field);
    }

    boolean has(RecordField field) {
        return !get(field).isEmpty();
    }

    /** The same with one field otherwise. */
    public CheckInRecord with(RecordField field, String value) {
        EnumMap<RecordField, String> other = new EnumMap<>(fields);
        other.put(field, value);
        return new CheckInRecord(other);
    }

    @Override
    public String toString() {
        return "CheckInRecord[…]";
    }
}
