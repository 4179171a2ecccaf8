package vn.tiepdon.server.coverage.record;

/** What was uploaded is no certificate that a hospital may sign with. */
public class CertificateRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final CertificateFault fault;

    CertificateRefused(CertificateFault fault) {
        super(fault.name());
        this.fault = fault;
    }

    public CertificateFault fault() {
        return fault;
    }
}
