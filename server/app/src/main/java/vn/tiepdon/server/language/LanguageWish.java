package vn.tiepdon.server.language;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Takes {@code ?lang=vi} or {@code ?lang=en}; anything else is not a wish. */
class LanguageWish implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String wish = request.getParameter("lang");
        if ("vi".equals(wish) || "en".equals(wish)) {
            RequestContextUtils.getLocaleResolver(request).setLocale(request, response, Locale.forLanguageTag(wish));
        }
        return true;
    }
}
