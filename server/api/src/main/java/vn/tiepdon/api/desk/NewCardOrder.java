package vn.tiepdon.api.desk;

/**
 * @param hospitalCode of the patient
 * @param reason for REPLACE and END; null for the others
 */
public record NewCardOrder(String hospitalCode, CardOrderKind kind, CardOrderReason reason) {

    @Override
    public String toString() {
        return "NewCardOrder[" + kind + "]";
    }
}
