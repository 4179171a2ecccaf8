package vn.tiepdon.api.kiosk;

public record IdentificationRequest(Presentation presentation) {}
