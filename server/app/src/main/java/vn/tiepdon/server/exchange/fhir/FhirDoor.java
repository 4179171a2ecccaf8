package vn.tiepdon.server.exchange.fhir;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Stands in for the FHIR server until somebody asks it something: the container calls {@link #init()} at the first
 * request. Names no class of the library, which would be loaded with this one.
 */
final class FhirDoor extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient FhirMaker maker;
    private final transient FhirGate gate;
    private transient HttpServlet fhir;

    FhirDoor(FhirMaker maker, FhirGate gate) {
        this.maker = maker;
        this.gate = gate;
    }

    @Override
    public void init() throws ServletException {
        HttpServlet made = maker.get();
        made.init(getServletConfig());
        fhir = made;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!gate.enter(request, response)) {
            return;
        }
        try {
            fhir.service(request, response);
        } finally {
            gate.leave(request);
        }
    }

    @Override
    public void destroy() {
        if (fhir != null) {
            fhir.destroy();
        }
    }
}
