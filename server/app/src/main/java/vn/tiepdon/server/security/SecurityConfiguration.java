package vn.tiepdon.server.security;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.server.device.DeviceSessions;
import vn.tiepdon.server.settings.TiepDonSettings;
import vn.tiepdon.server.staff.StaffAuthentication;
import vn.tiepdon.server.staff.StaffSessions;

/** One chain for each way of proving oneself; what no rule opens is closed. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private final DeviceSessions devices;
    private final StaffAuthentication staff;
    private final StaffSessions sessions;
    private final ProblemEntryPoint problems;
    private final int bridgePort;

    SecurityConfiguration(
            DeviceSessions devices,
            StaffAuthentication staff,
            StaffSessions sessions,
            ProblemEntryPoint problems,
            TiepDonSettings settings) {
        this.devices = devices;
        this.staff = staff;
        this.sessions = sessions;
        this.problems = problems;
        this.bridgePort = settings.desk().bridgePort();
    }

    /** Kiosks, screens and bridges talk with their token. Enrolment is open here: its code is checked by the controller. */
    @Bean
    @Order(1)
    SecurityFilterChain deviceApi(HttpSecurity http) {
        return stateless(http)
                .securityMatcher("/api/kiosk/**", "/api/bridge/**", "/api/devices/**")
                .addFilterBefore(DeviceTokenFilter.fromHeader(devices), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(ApiPaths.DEVICE_ENROLMENT)
                        .permitAll()
                        .requestMatchers("/api/kiosk/**")
                        .hasRole("KIOSK")
                        .requestMatchers("/api/bridge/**")
                        .hasRole("BRIDGE")
                        .requestMatchers("/api/devices/self/**")
                        .hasAnyRole("KIOSK", "SCREEN", "BRIDGE")
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Other systems of the hospital talk with their token; an administrator's program may exchange files too. */
    @Bean
    @Order(2)
    SecurityFilterChain exchangeApi(HttpSecurity http) {
        return stateless(http)
                .securityMatcher(ApiPaths.FHIR + "/**", "/api/exchange/**")
                .authenticationProvider(staff)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .addFilterBefore(DeviceTokenFilter.fromHeader(devices), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(ApiPaths.EXCHANGE_EXPORT)
                        .hasRole("ADMIN")
                        .requestMatchers(ApiPaths.EXCHANGE_FIRST_CHARGES)
                        .hasRole("SYSTEM")
                        .requestMatchers("/api/exchange/**")
                        .hasAnyRole("SYSTEM", "ADMIN")
                        .requestMatchers(ApiPaths.FHIR + "/**")
                        .hasRole("SYSTEM")
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Programs of the staff talk with HTTP Basic. */
    @Bean
    @Order(3)
    SecurityFilterChain staffApi(HttpSecurity http) {
        return stateless(http)
                .securityMatcher("/api/**")
                .authenticationProvider(staff)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(ApiPaths.DESK_CARD_BLANKS)
                        .hasRole("ADMIN")
                        .requestMatchers("/api/desk/**")
                        .hasAnyRole("RECEPTION", "ADMIN")
                        .requestMatchers("/api/admin/**")
                        .hasRole("ADMIN")
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** The page of a ticket on its holder's telephone: whoever has the address may read it. */
    @Bean
    @Order(4)
    SecurityFilterChain phones(HttpSecurity http) {
        return stateless(http)
                .securityMatcher("/t/**")
                .headers(PageHeaders::phone)
                .authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/t/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Pages in a browser: a login session, or the cookie of a screen. */
    @Bean
    @Order(5)
    SecurityFilterChain pages(HttpSecurity http) {
        RequestCache requests = new CookieRequestCache();
        return http.authenticationProvider(staff)
                .headers(headers -> PageHeaders.apply(headers, bridgePort))
                .addFilterBefore(DeviceTokenFilter.fromCookie(devices), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new EndedSessionFilter(sessions), AnonymousAuthenticationFilter.class)
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("login")
                        .successHandler(new KeptForm.Sent(requests))
                        .failureHandler(new KeptForm.Again())
                        .permitAll())
                .exceptionHandling(faults -> faults.authenticationEntryPoint(new KeptForm.Asked())
                        .accessDeniedHandler(new NewcomerHandler()))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout").permitAll())
                // Both in cookies: nobody gets a session, and none of our memory, before logging in. No limit of
                // sessions for each login either: it would write the principal of a screen into a session, which
                // would outlive the revocation of its token.
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
                .requestCache(cache -> cache.requestCache(requests))
                .authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/password")
                        .hasAnyRole(StaffAuthentication.NEWCOMER, "ADMIN", "RECEPTION", "ROOM")
                        .requestMatchers(ApiPaths.HEALTH, "/assets/**", "/webjars/**", "/favicon.ico", "/login")
                        .permitAll()
                        .requestMatchers("/screen/**")
                        .hasAnyRole("SCREEN", "ADMIN", "RECEPTION", "ROOM")
                        .requestMatchers("/room/**", "/rooms/**")
                        .hasAnyRole("ROOM", "ADMIN")
                        .requestMatchers("/desk/cards/keys/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/icd10/options")
                        .hasAnyRole("ROOM", "ADMIN", "RECEPTION")
                        .requestMatchers("/admin/**", "/devices/**", "/icd10/**", "/imports/**", "/hl7/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/desk/patients/*/visits", "/visits/**")
                        .hasAnyRole("ROOM", "ADMIN")
                        .requestMatchers("/desk/patients/*/targets")
                        .hasRole("ROOM")
                        .requestMatchers("/desk/patients/*/numbers/**", "/desk/patients/*/identity")
                        .hasAnyRole("RECEPTION", "ADMIN")
                        // A doctor reads what the desk keeps, and changes nothing of it but the targets.
                        .requestMatchers(HttpMethod.GET, "/desk/patients/**")
                        .hasAnyRole("RECEPTION", "ADMIN", "ROOM")
                        .requestMatchers("/desk/**", "/insurance/**")
                        .hasAnyRole("RECEPTION", "ADMIN")
                        .anyRequest()
                        .hasAnyRole("ADMIN", "RECEPTION", "ROOM"))
                .build();
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
        return repository;
    }

    private HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(Customizer.withDefaults())
                .exceptionHandling(
                        faults -> faults.authenticationEntryPoint(problems).accessDeniedHandler(problems));
    }
}
