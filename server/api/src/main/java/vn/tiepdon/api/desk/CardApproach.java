package vn.tiepdon.api.desk;

/**
 * How the bridge is to open the card.
 *
 * @param keyVersion role and generation for INITIALIZE UPDATE, as docs/patient-card.md counts them
 */
public record CardApproach(CardOrderKind kind, CardAct act, int keyVersion) {}
