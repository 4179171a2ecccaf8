package vn.tiepdon.server.synthetic;

/** @param group a programme */
record DrugLine(String group, String drug, String dosage, int weight) {

    static DrugLine of(String[] fields) {
        return new DrugLine(fields[0], fields[1], fields[2], Integer.parseInt(fields[3]));
    }
}
