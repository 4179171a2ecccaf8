package vn.tiepdon.server.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** What a page may load: its own house's files, and what the bridge beside it says; nothing else. */
final class PageHeaders {

    private static final String OWN_ONLY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "connect-src 'self' http://127.0.0.1:%d; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Nothing but its own style and script, and nobody hears of its address. */
    private static final String PHONE = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
            + "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private PageHeaders() {}

    /** For a page whose address is all that is needed to see it. */
    static void phone(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(PHONE))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow"));
    }

    /** @param bridgePort where the desk's bridge listens on the computer that shows the page */
    static void apply(HeadersConfigurer<HttpSecurity> headers, int bridgePort) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(OWN_ONLY.formatted(bridgePort)))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"));
    }
}
