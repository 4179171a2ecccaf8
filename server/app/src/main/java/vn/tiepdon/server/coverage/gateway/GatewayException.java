package vn.tiepdon.server.coverage.gateway;

/** There is no answer; never holds anything of one. */
class GatewayException extends Exception {

    private static final long serialVersionUID = 1L;

    private final GatewayFault fault;

    GatewayException(GatewayFault fault) {
        super(fault.name());
        this.fault = fault;
    }

    GatewayFault fault() {
        return fault;
    }
}
