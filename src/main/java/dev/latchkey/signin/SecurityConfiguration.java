package dev.latchkey.signin;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.shared.ApplicationConstants;
import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import dev.latchkey.user.Permission;
import dev.latchkey.user.UserService;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagerFactories.AdditionalRequiredFactorsBuilder;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.authorization.EnableMultiFactorAuthentication;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Who may do what over HTTP. Everything that is not said here is denied. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
@EnableMultiFactorAuthentication(authorities = {Factors.PASSWORD, Factors.TOTP})
class SecurityConfiguration {

    /** Asked for when a rule is tried: what answers is itself guarded by rules. */
    @Bean
    Customizer<AdditionalRequiredFactorsBuilder<Object>> theOneRule(ObjectProvider<SignInRequirement> requirement) {
        return factors -> factors.withWhen(
                condition -> authentication -> requirement.getObject().requiresBothFactors(authentication));
    }

    /** The annotated checker alone would let a password-only session navigate from inside an open page. */
    @Bean
    static NavigationAccessControlConfigurer navigationByPath() {
        return new NavigationAccessControlConfigurer()
                .withRoutePathAccessChecker()
                .withLoginView(SignInPaths.LOGIN);
    }

    /** Fills the permission into the rules of {@code @PermittedTo} and {@code @PermittedActor}. */
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

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            AuthenticationManager authenticationManager,
            SecurityContextHolderStrategy securityContext,
            SecurityContextRepository sessions,
            SignInSuccessHandler successHandler,
            LocalRequestCache requestCache,
            UserService users,
            SignInRequirement requirement,
            ResponseHeaders responseHeaders,
            SessionRegister register,
            SignInCompletion completion) {
        return http.authenticationManager(authenticationManager)
                .securityContext(context -> context.securityContextRepository(sessions))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(SecurityConfiguration::isOnTheWayToTheErrorPage)
                                .permitAll()
                                .requestMatchers(SecurityConfiguration::asksForPush)
                                .denyAll()
                                .requestMatchers(
                                        SignInPaths.LOGIN,
                                        "/setup/*",
                                        "/signup/*",
                                        SignInPaths.RESET_PASSWORD,
                                        SignInPaths.RESET_PASSWORD + "/*",
                                        "/actuator/health/**",
                                        "/styles/**",
                                        "/icons/**")
                                .permitAll()
                                .requestMatchers(SignInPaths.CHALLENGE, SignInPaths.RECOVERY)
                                .access(AuthorityAuthorizationManager.hasAuthority(Factors.PASSWORD))
                                .requestMatchers("/access-management/users", "/access-management/groups")
                                .hasAuthority(Permission.MANAGE_USERS_AND_GROUPS.name())
                                .requestMatchers("/access-management/authentication-settings")
                                .hasAuthority(Permission.MANAGE_ACCOUNT.name())
                                .requestMatchers("/access-management/audit-trail", "/access-management/audit-trail.csv")
                                .hasAuthority(Permission.VIEW_AUDIT_TRAIL.name()))
                .formLogin(form -> form.loginPage(SignInPaths.LOGIN)
                        .successHandler(successHandler)
                        .failureHandler(new PasswordRefusedHandler()))
                .with(
                        new TotpConfigurer(),
                        totp -> totp.successHandler(successHandler)
                                .recoverySuccessHandler(successHandler::onRecoveryCode))
                .with(vaadin(), configurer -> configurer.enableRequestCacheConfiguration(false))
                .requestCache(cache -> cache.requestCache(requestCache))
                .logout(logout -> logout.logoutUrl(SignInPaths.LOGOUT).logoutSuccessUrl(SignInPaths.LOGIN))
                // A new principal or factor gets a new session; open pages of the old one end with it
                .sessionManagement(management -> management.sessionFixation(fixation -> fixation.newSession()))
                .addFilterAfter(
                        new SessionGuardFilter(securityContext, sessions, users, requirement, register, completion),
                        SecurityContextHolderFilter.class)
                .addFilterBefore(new NoStoreFilter(), SecurityContextHolderFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(SignInEntryPoint.passwordStep())
                        .defaultDeniedHandlerForMissingAuthority(SignInEntryPoint.codeStep(), Factors.TOTP)
                        .defaultAccessDeniedHandlerFor(new StaleFormHandler(), StaleFormHandler.signInForms())
                        .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), AnyRequestMatcher.INSTANCE))
                .headers(responseHeaders::configure)
                .build();
    }

    /** Not by the type of the dispatch: where Vaadin asks whether a page may be shown, the request has none to ask for. */
    private static boolean isOnTheWayToTheErrorPage(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
    }

    /** No page of ours is pushed to, and Vaadin would open a socket for anybody who asks. */
    private static boolean asksForPush(HttpServletRequest request) {
        return request.getServletPath().startsWith("/VAADIN/push")
                || ApplicationConstants.REQUEST_TYPE_PUSH.equals(
                        request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER));
    }
}
