package vn.tiepdon.api.kiosk;

/** @param used whether the patient uses the new insurance card from today on */
public record NewCardAnswer(boolean used) {}
