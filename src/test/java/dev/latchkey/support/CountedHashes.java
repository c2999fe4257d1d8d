package dev.latchkey.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts how often the application calculates a password hash, and how dear each was. In every test of the whole application it
 * refuses to do so inside a transaction, which would hold its connection and its locks meanwhile. It does so as well where it knows
 * the answer.
 */
public final class CountedHashes implements BeanPostProcessor {

    private static final Runnable NOTHING = () -> {};

    private final BlockingQueue<String> compared = new LinkedBlockingQueue<>();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(NOTHING);
    private final Map<String, Boolean> answers = new ConcurrentHashMap<>();
    private volatile boolean eachForReal;
    private volatile @Nullable AtomicReference<String> shared;

    /** The parameters of each hash that a password was held against since this was last asked, in order. */
    public List<String> taken() {
        var taken = new ArrayList<String>();
        compared.drainTo(taken);
        return taken;
    }

    /** How many hashes of new passwords were made since this was last asked. */
    public int made() {
        return made.getAndSet(0);
    }

    /** Has something happen, once, while the next hash is calculated. */
    public void whileNext(Runnable event) {
        meanwhile.set(event);
    }

    /** Has {@link People#PASSWORD} hashed each time meanwhile: for what depends on how long that takes. */
    public <T> T eachForReal(Callable<T> action) throws Exception {
        eachForReal = true;
        try {
            return action.call();
        } finally {
            eachForReal = false;
        }
    }

    /** Has one hash of {@link People#PASSWORD} meanwhile for everybody who chooses it: for hundreds who do. */
    public void oneForAll(Runnable action) {
        var hash = new AtomicReference<String>();
        shared = hash;
        try {
            action.run();
        } finally {
            shared = null;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PasswordEncoder encoder ? new Counting(encoder) : bean;
    }

    private void begin() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new AssertionError("a hash is calculated inside a transaction");
        }
        meanwhile.getAndSet(NOTHING).run();
    }

    private static boolean isOfTheTests(@Nullable CharSequence password) {
        return People.PASSWORD.contentEquals(Objects.requireNonNullElse(password, ""));
    }

    private final class Counting implements PasswordEncoder {

        private final PasswordEncoder encoder;

        private Counting(PasswordEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            begin();
            made.incrementAndGet();
            var one = shared;
            if (one == null || !isOfTheTests(password)) {
                return hash(password);
            }
            one.compareAndSet(null, one.get() == null ? hash(password) : one.get());
            return one.get();
        }

        private @Nullable String hash(@Nullable CharSequence password) {
            var hash = encoder.encode(password);
            if (isOfTheTests(password)) {
                answers.put(Objects.requireNonNull(hash), true);
            }
            return hash;
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            begin();
            // All but salt and hash
            compared.add(Objects.requireNonNull(hash).replaceAll("\\$[^$]*\\$[^$]*$", ""));
            // A tenth of a second each, for an answer that cannot change, in thousands of logins
            return isOfTheTests(password) && !eachForReal
                    ? answers.computeIfAbsent(hash, ofThat -> encoder.matches(password, ofThat))
                    : encoder.matches(password, hash);
        }

        @Override
        public boolean upgradeEncoding(@Nullable String hash) {
            return encoder.upgradeEncoding(hash);
        }
    }
}
