package dev.latchkey.twofactor.rotation;

import dev.latchkey.twofactor.keyset.CurrentKey;
import dev.latchkey.twofactor.keyset.Keyset;
import dev.latchkey.twofactor.keyset.KeysetUnusableException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a running node's keyset up to date: reads the file again, follows the current key, and tells the other nodes which keys it
 * has. A command on the host does not count as a node.
 */
@Component
@ConditionalOnWebApplication
@DependsOnDatabaseInitialization
class KeysetRefresh implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(KeysetRefresh.class);
    private static final String UNANSWERED =
            "The database failed to say which key is the current one. Latchkey goes on with the one that it knows.";

    private final Keyset keyset;
    private final CurrentKey currentKey;
    private final KeysetNodeRepository nodes;
    private final TransactionTemplate transaction;
    // Said once, not every few seconds
    private volatile String problem = "";
    private final String node = hostName() + "/" + UUID.randomUUID().toString().substring(0, 8);

    KeysetRefresh(Keyset keyset, CurrentKey currentKey, KeysetNodeRepository nodes, TransactionTemplate transaction) {
        this.keyset = keyset;
        this.currentKey = currentKey;
        this.nodes = nodes;
        this.transaction = transaction;
    }

    /** Who changes the key meanwhile either sees this node, or is done before it looks which key is current. */
    @Override
    public void afterPropertiesSet() {
        currentKey.follow();
        transaction.executeWithoutResult(status -> {
            note();
            currentKey.hold();
        });
        note();
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void refresh() {
        var found = problemOf(keyset::reload, " Latchkey goes on with the keys that it has read before.") + agree();
        if (!found.equals(problem) && !found.isEmpty()) {
            LOG.warn(found);
        }
        problem = found;
    }

    /** Agrees with the other nodes, by the database; returns the problem, or nothing. */
    private String agree() {
        try {
            var found = problemOf(currentKey::follow, " Users whose secrets it can't decrypt can't log in here.");
            note();
            nodes.removeOld();
            return found;
        } catch (DataAccessException | TransactionException e) {
            LOG.debug(UNANSWERED, e);
            return UNANSWERED;
        }
    }

    private static String problemOf(Runnable step, String consequence) {
        try {
            step.run();
            return "";
        } catch (KeysetUnusableException e) {
            return e.getMessage() + consequence;
        }
    }

    @Override
    public void destroy() {
        try {
            nodes.remove(node);
        } catch (DataAccessException e) {
            // The database is gone already; a node that doesn't call for two minutes doesn't count either
            LOG.debug("Couldn't sign off", e);
        }
    }

    private void note() {
        var keys = keyset.keys();
        var ids = keys.ids().stream().map(Integer::toUnsignedString).collect(Collectors.joining(","));
        nodes.note(node, ids, keys.currentId());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown host";
        }
    }
}
