package vn.tiepdon.server.chart;

/** Texts within a drawing. */
final class Letters {

    private Letters() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
