package vn.tiepdon.server.appointment;

/** @param number from 1, within the slot */
public record Place(Slot slot, int number) {}
