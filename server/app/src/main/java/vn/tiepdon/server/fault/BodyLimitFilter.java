package vn.tiepdon.server.fault;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.fault.FaultCode;

/**
 * Bounds every body, also one whose length is not announced: Tomcat bounds only form posts, and those all alike. Long
 * lists are taken where patients are named by the thousand, or all clinics, and nowhere else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimitFilter extends OncePerRequestFilter {

    static final int LIMIT = 64 * 1024;

    private static final int FORM_LIMIT = 16 * 1024;

    /** 5,000 hospital codes as a form has them, each with a line's end; not above server.tomcat's own limits. */
    private static final int LIST_LIMIT = 256 * 1024;

    /** The login page carries along what was typed before the session ended. */
    private static final Set<String> LISTS = Set.of(
            ApiPaths.DESK_CARD_BATCHES,
            "/desk/cards/batches",
            "/login",
            "/admin/insurance/certificate",
            "/admin/insurance/items");

    private static final int PAYLOAD_TOO_LARGE = 413;
    private static final Set<String> FILES = Set.of(
            ApiPaths.EXCHANGE_IMPORTS,
            "/imports/files",
            "/icd10",
            ApiPaths.ADMIN_CARE_PLACES,
            "/admin/insurance/places");

    private final Problems problems;

    BodyLimitFilter(Problems problems) {
        this.problems = problems;
    }

    /** Files of records are as long as tiepdon.exchange.largest allows, lists as their own page allows: both count. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return FILES.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = limit(request);
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            boolean read = request.getContentLengthLong() <= limit;
            chain.doFilter(read ? request : new Unread(request), response);
        } else if (request.getContentLengthLong() <= limit) {
            chain.doFilter(new Bounded(request, limit), response);
        } else if (Answers.wantsPage(request)) {
            response.sendError(PAYLOAD_TOO_LARGE);
        } else {
            problems.write(request, response, FaultCode.REQUEST_INVALID, PAYLOAD_TOO_LARGE);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static int limit(HttpServletRequest request) {
        if (LISTS.contains(request.getRequestURI())) {
            return LIST_LIMIT;
        }
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) ? FORM_LIMIT : LIMIT;
    }

    /** For the page that says that it was too long: whoever asks for a parameter would have the body read after all. */
    private static final class Unread extends HttpServletRequestWrapper {

        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private final int limit;
        private ServletInputStream stream;

        Bounded(HttpServletRequest request, int limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new BoundedStream(super.getInputStream(), limit);
            }
            return stream;
        }
    }

    private static final class BoundedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final int limit;
        private int read;

        BoundedStream(ServletInputStream body, int limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = body.read(into, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) throws BodyTooLargeException {
            read += more;
            if (read > limit) {
                throw new BodyTooLargeException(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
