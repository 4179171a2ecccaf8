package vn.tiepdon.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.tiepdon.server.staff.StaffMember;
import vn.tiepdon.server.staff.StaffSessions;

/** A session of somebody who was shut out, or whose roles or password are others now, ends with the next request. */
class EndedSessionFilter extends OncePerRequestFilter {

    private final StaffSessions sessions;

    EndedSessionFilter(StaffSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null && login.getPrincipal() instanceof StaffMember member && !sessions.holds(member)) {
            new SecurityContextLogoutHandler().logout(request, response, login);
        }
        chain.doFilter(request, response);
    }
}
