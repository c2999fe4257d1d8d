package dev.latchkey.signin.configuration;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import com.vaadin.flow.spring.security.RequestUtil;
import dev.latchkey.signin.Factors;
import dev.latchkey.signin.browser.KnownBrowserCookie;
import dev.latchkey.signin.code.RecoveryCodeAuthenticationProvider;
import dev.latchkey.signin.code.TotpAuthenticationProvider;
import dev.latchkey.signin.code.TotpConfigurer;
import dev.latchkey.signin.completion.CompleteSessionFilter;
import dev.latchkey.signin.completion.SessionGuardFilter;
import dev.latchkey.signin.completion.SignInCompletion;
import dev.latchkey.signin.completion.SignInEntryPoint;
import dev.latchkey.signin.completion.SignInRequirement;
import dev.latchkey.signin.completion.SignInSuccessHandler;
import dev.latchkey.signin.navigation.PageCookies;
import dev.latchkey.signin.navigation.PageNotes;
import dev.latchkey.signin.navigation.SessionRouting;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.signin.password.PasswordAuthenticationProvider;
import dev.latchkey.signin.password.PasswordClaimDetails;
import dev.latchkey.signin.password.PasswordLane;
import dev.latchkey.signin.password.PasswordRefusedHandler;
import dev.latchkey.signin.session.SessionKey;
import dev.latchkey.signin.session.SessionRegistry;
import dev.latchkey.signin.web.DuplicateSubmissionFilter;
import dev.latchkey.signin.web.NoStoreFilter;
import dev.latchkey.signin.web.NotFoundHandler;
import dev.latchkey.signin.web.ResponseHeaders;
import dev.latchkey.signin.web.RpcLimitFilter;
import dev.latchkey.signin.web.StaleFormHandler;
import dev.latchkey.twofactor.code.OpenSession;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authorization.AuthorizationManagerFactories.AdditionalRequiredFactorsBuilder;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.authorization.EnableMultiFactorAuthentication;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Access rules over HTTP. Everything that is not allowed here is denied. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
@EnableMultiFactorAuthentication(authorities = {Factors.PASSWORD, Factors.TOTP})
class SecurityConfiguration {

    /** Resolved when a rule is evaluated, because the bean itself is guarded by rules. */
    @Bean
    Customizer<AdditionalRequiredFactorsBuilder<Object>> secondFactorRequirement(
            ObjectProvider<SignInRequirement> requirement) {
        return factors -> factors.withWhen(
                condition -> authentication -> requirement.getObject().requiresBothFactors(authentication));
    }

    /** With only the annotated checker, a password-only session could navigate from inside an open page. */
    @Bean
    static NavigationAccessControlConfigurer navigationByPath() {
        return new NavigationAccessControlConfigurer()
                .withRoutePathAccessChecker()
                .withLoginView(SignInPaths.LOGIN);
    }

    /** Ours count what matters; Spring Security's would measure every filter of every request. */
    @Bean
    static SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Inserts the permission into the expressions of {@code @PermittedTo} and {@code @PermittedActor}. */
    @Bean
    static AnnotationTemplateExpressionDefaults rulesWithPermissions() {
        return new AnnotationTemplateExpressionDefaults();
    }

    @Bean
    AuthenticationManager authenticationManager(
            PasswordAuthenticationProvider password,
            TotpAuthenticationProvider totp,
            RecoveryCodeAuthenticationProvider recoveryCode,
            ApplicationEventPublisher applicationEvents) {
        var events = new DefaultAuthenticationEventPublisher(applicationEvents);
        events.setDefaultAuthenticationFailureEvent(AuthenticationFailureBadCredentialsEvent.class);
        var manager = new ProviderManager(List.of(password, totp, recoveryCode));
        manager.setAuthenticationEventPublisher(events);
        return manager;
    }

    /** Wrong codes in an open session do not lock the sign-in, just like wrong passwords. */
    @Bean
    static OpenSession openSession() {
        return SessionKey::current;
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    CsrfTokenRepository csrfTokens(PageCookies cookies) {
        // In a cookie, so that viewing a page creates no session on the server
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(cookies.fullName("form"));
        tokens.setCookieCustomizer(cookies::harden);
        return tokens;
    }

    @Bean
    @Order(2)
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            AuthenticationManager authenticationManager,
            SecurityContextHolderStrategy securityContext,
            SecurityContextRepository sessions,
            CsrfTokenRepository csrfTokens,
            SignInSuccessHandler successHandler,
            UserService users,
            SignInRequirement requirement,
            ResponseHeaders responseHeaders,
            SessionRegistry registry,
            SignInCompletion completion,
            SessionRouting routing,
            PageNotes notes,
            KnownBrowserCookie browser,
            RequestUtil vaadin) {
        var plainForms = StaleFormHandler.plainForms();
        return http.authenticationManager(authenticationManager)
                .securityContext(context -> context.securityContextRepository(sessions))
                .authorizeHttpRequests(requests -> PageAccess.declare(requests, vaadin))
                .formLogin(form -> form.loginPage(SignInPaths.LOGIN)
                        .authenticationDetailsSource(
                                request -> new PasswordClaimDetails(request, laneOf(request, browser)))
                        .successHandler(successHandler)
                        .failureHandler(new PasswordRefusedHandler(notes)))
                .with(
                        new TotpConfigurer(notes),
                        totp -> totp.successHandler(successHandler)
                                .recoverySuccessHandler(successHandler::onRecoveryCode))
                .with(
                        vaadin(),
                        configurer -> configurer
                                .enableRequestCacheConfiguration(false)
                                .enableAuthorizedRequestsConfiguration(false))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.logoutUrl(SignInPaths.LOGOUT)
                        .logoutSuccessUrl(SignInPaths.LOGIN)
                        .deleteCookies("JSESSIONID"))
                // A new principal or factor gets a new session; open pages of the old one end with it
                .sessionManagement(management -> management.sessionFixation(fixation -> fixation.newSession()))
                .addFilterBefore(new NoStoreFilter(), SecurityContextHolderFilter.class)
                // In this order, and all of them after the filter that writes the headers
                .addFilterAfter(new DuplicateSubmissionFilter(plainForms), HeaderWriterFilter.class)
                .addFilterAfter(
                        new SessionGuardFilter(
                                securityContext, sessions, users, requirement, registry, completion, routing),
                        DuplicateSubmissionFilter.class)
                .addFilterAfter(new CompleteSessionFilter(securityContext, notes), SessionGuardFilter.class)
                .addFilterAfter(new RpcLimitFilter(), CompleteSessionFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(SignInEntryPoint.passwordStep())
                        .defaultDeniedHandlerForMissingAuthority(SignInEntryPoint.codeStep(), Factors.TOTP)
                        .defaultAccessDeniedHandlerFor(new StaleFormHandler(securityContext, notes), plainForms)
                        .defaultAccessDeniedHandlerFor(new NotFoundHandler(), AnyRequestMatcher.INSTANCE))
                .headers(responseHeaders::configure)
                .build();
    }

    private static PasswordLane laneOf(HttpServletRequest request, KnownBrowserCookie browser) {
        return Optional.ofNullable(request.getParameter(SignInPaths.USERNAME_PARAMETER))
                .flatMap(EmailAddress::parse)
                .flatMap(email -> browser.find(request, email))
                .<PasswordLane>map(PasswordLane.OfKnownBrowser::new)
                .orElseGet(PasswordLane.OfStrangers::new);
    }
}
