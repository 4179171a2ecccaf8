package vn.tiepdon.server.exchange.xml;

import java.util.Arrays;
import java.util.Optional;

/** The tables that are interpreted, with the elements of their rows (QĐ 4750/QĐ-BYT). All others are known by number. */
enum Table {
    XML1("TONG_HOP"),
    XML2("CHI_TIET_THUOC"),
    XML4("CHI_TIET_CLS"),
    XML14("CHI_TIEU_GIAYHEN_KHAMLAI");

    private final String row;

    Table(String row) {
        this.row = row;
    }

    String row() {
        return row;
    }

    static Optional<Table> named(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }
}
