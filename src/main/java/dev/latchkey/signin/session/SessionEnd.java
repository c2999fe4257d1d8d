package dev.latchkey.signin.session;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Removes every session that the server ends from the registry, for any reason: a sign-out, its age, another sign-in, a shutdown. */
@Component
class SessionEnd implements HttpSessionListener {

    private static final Logger LOG = LoggerFactory.getLogger(SessionEnd.class);

    private final SessionRegistry registry;

    SessionEnd(SessionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        try {
            registry.remove(event.getSession());
        } catch (DataAccessException e) {
            LOG.debug("Can't remove a session from the session registry. It stays until it expires", e);
        }
    }
}
