package vn.tiepdon.api.desk;

import vn.tiepdon.api.fault.FaultCode;

/** Why a bridge gives an order up. The order is over; the desk makes a new one. */
public record CardFailure(FaultCode fault) {}
