package vn.tiepdon.api.desk;

/** @param count 1 to 1,000 */
public record NewCardBlanks(int count) {}
