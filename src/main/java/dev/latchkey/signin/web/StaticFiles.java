package dev.latchkey.signin.web;

import dev.latchkey.account.branding.Logo;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/**
 * Serves the files that are the same for everybody, and also answers if there is none: Vaadin's servlet, which would create a
 * session for a wrong name, is not called.
 */
@Configuration(proxyBeanMethods = false)
public class StaticFiles implements WebMvcConfigurer {

    /** Their paths; everything else below {@code /VAADIN} belongs to a session. */
    public static final String[] PATHS = {
        "/styles/**", "/icons/**", "/scripts/**", "/aura/**", "/VAADIN/build/**", Logo.PATH
    };

    private static final Duration STYLES_KEPT = Duration.ofMinutes(10);
    // Their names contain a hash of their content
    private static final Duration BUNDLE_KEPT = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (var folder : new String[] {"styles", "icons", "scripts", "aura"}) {
            add(
                    registry,
                    folder,
                    "META-INF/resources/" + folder,
                    CacheControl.maxAge(STYLES_KEPT).cachePublic());
        }
        add(
                registry,
                "VAADIN/build",
                "META-INF/VAADIN/webapp/VAADIN/build",
                CacheControl.maxAge(BUNDLE_KEPT).cachePublic().immutable());
    }

    private static void add(ResourceHandlerRegistry registry, String folder, String location, CacheControl kept) {
        registry.addResourceHandler("/" + folder + "/**")
                .addResourceLocations("classpath:/" + location + "/")
                .setCacheControl(kept)
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
    }
}
