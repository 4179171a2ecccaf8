package vn.tiepdon.server.room;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.staff.StaffMember;

/** Makes a {@link RoomRequest} of the path's {@code roomCode}, for whoever is logged in. */
@Component
class RoomRequests implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final ObjectProvider<Facilities> facilities;

    RoomRequests(ObjectProvider<Facilities> facilities) {
        this.facilities = facilities;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == RoomRequest.class;
    }

    /** @throws RoomUnknownException when this hospital has no such room */
    @Override
    public RoomRequest resolveArgument(
            MethodParameter parameter, ModelAndViewContainer page, NativeWebRequest web, WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        Map<?, ?> path = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        String code = String.valueOf(path.get("roomCode"));
        StaffMember staff = (StaffMember)
                SecurityContextHolder.getContext().getAuthentication().getPrincipal();
        return new RoomRequest(
                staff,
                facilities.getObject().room(staff.facility(), code).orElseThrow(() -> new RoomUnknownException(code)),
                request.getRemoteAddr(),
                request.getHeader("HX-Request") != null,
                RequestContextUtils.getLocale(request),
                page.getModel());
    }
}
