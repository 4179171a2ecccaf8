package vn.tiepdon.server.synthetic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Keys, unique constraints, foreign keys and indexes of the filled tables, as PostgreSQL itself describes them. */
final class PostgresKeys {

    private static final String FOREIGN = """
            select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint
            where contype = 'f' and (conrelid = any(?::text[]::regclass[]) or confrelid = any(?::text[]::regclass[]))
            order by 1, 2
            """;
    private static final String OWN = """
            select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint
            where contype in ('p', 'u') and conrelid = any(?::text[]::regclass[])
            order by contype, 1, 2
            """;
    private static final String INDEXES = """
            select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
            where indrelid = any(?::text[]::regclass[])
            order by 1
            """;

    private final List<String> back;

    private PostgresKeys(List<String> back) {
        this.back = back;
    }

    static List<String> tables() {
        return Arrays.stream(FilledTable.values()).map(FilledTable::table).toList();
    }

    /** In the connection's transaction. */
    static PostgresKeys takeOff(Connection connection) throws SQLException {
        List<String> foreign = constraints(connection, FOREIGN, 2);
        List<String> back = new ArrayList<>(constraints(connection, OWN, 1));
        try (PreparedStatement query = connection.prepareStatement(INDEXES);
                Statement drop = connection.createStatement()) {
            query.setArray(1, connection.createArrayOf("text", tables().toArray()));
            try (ResultSet index = query.executeQuery()) {
                while (index.next()) {
                    drop.execute("drop index " + index.getString(1));
                    back.add(index.getString(2));
                }
            }
        }
        back.add("analyze " + String.join(", ", tables()));
        back.addAll(foreign);
        return new PostgresKeys(List.copyOf(back));
    }

    private static List<String> constraints(Connection connection, String sql, int arrays) throws SQLException {
        List<String> back = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                Statement drop = connection.createStatement()) {
            for (int i = 1; i <= arrays; i++) {
                query.setArray(i, connection.createArrayOf("text", tables().toArray()));
            }
            try (ResultSet constraint = query.executeQuery()) {
                while (constraint.next()) {
                    String named = " constraint " + constraint.getString(2);
                    drop.execute("alter table " + constraint.getString(1) + " drop" + named);
                    back.add("alter table " + constraint.getString(1) + " add" + named + " " + constraint.getString(3));
                }
            }
        }
        return back;
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
