package vn.tiepdon.api.desk;

import java.util.List;

/**
 * @param programme everybody in it who has no card; null when codes are given
 * @param hospitalCodes of the patients; empty when a programme is given
 */
public record NewCardBatch(String name, String programme, List<String> hospitalCodes) {

    @Override
    public String toString() {
        return "NewCardBatch[…]";
    }
}
