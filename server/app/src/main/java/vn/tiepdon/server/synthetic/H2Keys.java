package vn.tiepdon.server.synthetic;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys, checks and indexes of the filled tables, as H2's own script of the schema makes them. */
final class H2Keys {

    private static final Pattern CONSTRAINT = Pattern.compile(
            "ALTER TABLE (\"public\".\"(\\w+)\") ADD CONSTRAINT (\"public\".\"\\w+\") (PRIMARY|UNIQUE|FOREIGN|CHECK).*",
            Pattern.DOTALL);
    private static final Pattern REFERENCE = Pattern.compile(".* REFERENCES \"public\".\"(\\w+)\".*", Pattern.DOTALL);
    private static final Pattern INDEX =
            Pattern.compile("CREATE .*INDEX (\"public\".\"\\w+\") ON \"public\".\"(\\w+)\".*", Pattern.DOTALL);

    private final List<String> back;

    private H2Keys(List<String> back) {
        this.back = back;
    }

    static H2Keys takeOff(Connection connection) throws SQLException {
        List<String> back = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        List<String> off = new ArrayList<>();
        for (String statement : script(connection)) {
            Matcher constraint = CONSTRAINT.matcher(statement);
            Matcher index = INDEX.matcher(statement);
            if (constraint.matches() && concerns(constraint, statement)) {
                String drop = "alter table " + constraint.group(1) + " drop constraint " + constraint.group(3);
                if (constraint.group(4).equals("FOREIGN")) {
                    // The index that it names goes with it, and comes again with it. What is in the tables is right.
                    foreign.add(statement.replaceFirst(" INDEX \"public\".\"\\w+\"", ""));
                    off.add(0, drop);
                } else {
                    back.add(statement);
                    off.add(drop);
                }
            } else if (index.matches() && PostgresKeys.tables().contains(index.group(2))) {
                back.add(statement);
                off.add("drop index " + index.group(1));
            }
        }
        try (Statement drop = connection.createStatement()) {
            for (String statement : off) {
                drop.execute(statement);
            }
        }
        back.addAll(foreign);
        return new H2Keys(List.copyOf(back));
    }

    private static boolean concerns(Matcher constraint, String statement) {
        Matcher reference = REFERENCE.matcher(statement);
        return PostgresKeys.tables().contains(constraint.group(2))
                || reference.matches() && PostgresKeys.tables().contains(reference.group(1));
    }

    private static List<String> script(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet script = statement.executeQuery("script nodata nosettings")) {
            while (script.next()) {
                statements.add(script.getString(1).strip().replaceFirst(";$", ""));
            }
        }
        return statements;
    }

    void putBack(Connection connection, Consumer<String> said) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < back.size(); i++) {
                said.accept("keys and indexes, %d of %d".formatted(i + 1, back.size()));
                statement.execute(back.get(i));
            }
        }
    }
}
