package dev.latchkey.signin.session;

import dev.latchkey.mail.MailProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Marks the session cookie as secure if the installation uses HTTPS, with or without proxies. */
@Configuration(proxyBeanMethods = false)
class SessionCookie {

    @Bean
    ServletContextInitializer secureSessionCookie(MailProperties properties) {
        var secure = "https".equals(properties.publicUrl().getScheme());
        return servletContext -> servletContext.getSessionCookieConfig().setSecure(secure);
    }
}
