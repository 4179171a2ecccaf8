package vn.tiepdon.server.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What a page may load: its own house's files, and what the bridge beside it says; nothing else. */
final class PageHeaders {

    private static final String OWN_ONLY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "connect-src 'self' http://127.0.0.1:%d; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private PageHeaders() {}

    /** @param bridgePort where the desk's bridge listens on the computer that shows the page */
    static void apply(HeadersConfigurer<HttpSecurity> headers, int bridgePort) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(OWN_ONLY.formatted(bridgePort)))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"));
    }
}
