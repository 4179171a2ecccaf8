package vn.tiepdon.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.device.DeviceSessions;

/** Turns a device token, from the header or from a screen's cookie, into the device it belongs to. */
class DeviceTokenFilter extends OncePerRequestFilter {

    /** Longer than any token: nothing longer is looked up. */
    private static final int LONGEST_TOKEN = 64;

    private static final String BEARER = ApiPaths.DEVICE_SCHEME + " ";

    private final DeviceSessions devices;
    private final Function<HttpServletRequest, Optional<String>> token;

    private DeviceTokenFilter(DeviceSessions devices, Function<HttpServletRequest, Optional<String>> token) {
        this.devices = devices;
        this.token = token;
    }

    static DeviceTokenFilter fromHeader(DeviceSessions devices) {
        return new DeviceTokenFilter(
                devices, request -> Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                        .filter(header -> header.startsWith(BEARER))
                        .map(header -> header.substring(BEARER.length())));
    }

    static DeviceTokenFilter fromCookie(DeviceSessions devices) {
        return new DeviceTokenFilter(devices, DeviceTokenFilter::screenCookie);
    }

    private static Optional<String> screenCookie(HttpServletRequest request) {
        // Elsewhere the browser of a screen is nobody, so that staff can log in on it.
        if (!request.getRequestURI().startsWith("/screen/") || request.getCookies() == null) {
            return Optional.empty();
        }
        return Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(DeviceSessions.SCREEN_COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            token.apply(request)
                    .filter(text -> text.length() <= LONGEST_TOKEN)
                    .flatMap(devices::authenticate)
                    .ifPresent(DeviceTokenFilter::enter);
        }
        chain.doFilter(request, response);
    }

    private static void enter(Device device) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                device,
                null,
                List.of(new SimpleGrantedAuthority("ROLE_" + device.kind().name()))));
        SecurityContextHolder.setContext(context);
    }
}
