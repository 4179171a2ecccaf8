package vn.tiepdon.server.coverage.lookup;

import java.util.Optional;
import vn.tiepdon.server.coverage.gateway.InsuredCard;

/**
 * What is known of a patient's insurance on a day.
 *
 * @param card that holds, and that the patient uses
 * @param notInsured whether the gateway says that there is none
 */
public record CheckedCard(Optional<InsuredCard> card, boolean notInsured) {}
