package vn.tiepdon.server.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import vn.tiepdon.server.staff.KeptForms;

/** What becomes of a form whose session has ended: it is taken through the login and sent on. */
final class KeptForm {

    private KeptForm() {}

    private static void forward(String to, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.getRequestDispatcher(to).forward(request, response);
    }

    /** Somebody who is not logged in asks for something. */
    static final class Asked implements AuthenticationEntryPoint {

        private final AuthenticationEntryPoint login = new LoginUrlAuthenticationEntryPoint("/login");

        @Override
        public void commence(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException notLoggedIn)
                throws IOException, ServletException {
            if (isForm(request)) {
                request.setAttribute(KeptForms.ASKED_FOR, request.getRequestURI());
                forward(KeptForms.LOGIN_PAGE, request, response);
            } else {
                login.commence(request, response, notLoggedIn);
            }
        }

        private static boolean isForm(HttpServletRequest request) {
            String type = request.getContentType();
            return HttpMethod.POST.matches(request.getMethod())
                    && type != null
                    && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        }
    }

    /** The login was right. */
    static final class Sent extends SavedRequestAwareAuthenticationSuccessHandler {

        Sent(RequestCache requests) {
            setRequestCache(requests);
        }

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication login)
                throws ServletException, IOException {
            if (KeptForms.target(request).isPresent()) {
                forward(KeptForms.SEND_PAGE, request, response);
            } else {
                super.onAuthenticationSuccess(request, response, login);
            }
        }
    }

    /** The login was wrong. */
    static final class Again extends SimpleUrlAuthenticationFailureHandler {

        Again() {
            super("/login?error");
        }

        @Override
        public void onAuthenticationFailure(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException wrong)
                throws IOException, ServletException {
            if (KeptForms.target(request).isPresent()) {
                request.setAttribute(KeptForms.REFUSED, true);
                forward(KeptForms.LOGIN_PAGE, request, response);
            } else {
                super.onAuthenticationFailure(request, response, wrong);
            }
        }
    }
}
