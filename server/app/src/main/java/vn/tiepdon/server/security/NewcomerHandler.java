package vn.tiepdon.server.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import vn.tiepdon.server.staff.StaffAuthentication;

/** Whoever has a password from somebody else is led to the page where it is changed, whatever page was asked for. */
class NewcomerHandler extends AccessDeniedHandlerImpl {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        boolean newcomer = login != null
                && login.getAuthorities().stream()
                        .anyMatch(it -> ("ROLE_" + StaffAuthentication.NEWCOMER).equals(it.getAuthority()));
        if (newcomer) {
            response.sendRedirect("/password");
        } else {
            super.handle(request, response, denied);
        }
    }
}
