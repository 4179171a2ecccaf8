package vn.tiepdon.server.synthetic;

/** @param group a programme, or the code of the clinic that sees it */
record Diagnosis(String group, String icd10, String vi, String en, int weight) {

    static Diagnosis of(String[] fields) {
        return new Diagnosis(fields[0], fields[1], fields[2], fields[3], Integer.parseInt(fields[4]));
    }
}
