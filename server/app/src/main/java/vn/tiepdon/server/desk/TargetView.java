package vn.tiepdon.server.desk;

/**
 * One measure among the targets of the doctor's page.
 *
 * @param field name and id of the input
 * @param general the target for everybody, in words
 * @param typed what stands in the input
 * @param own the patient's own, who set it and since when, in words; empty when there is none
 */
record TargetView(String field, String title, String general, String typed, String example, String own) {

    @Override
    public String toString() {
        return "TargetView[" + field + "]";
    }
}
