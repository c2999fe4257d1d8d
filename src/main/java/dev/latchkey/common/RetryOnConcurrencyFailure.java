package dev.latchkey.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.resilience.annotation.Retryable;

/**
 * Repeats a transaction, up to three times, that the database aborted because of a conflict with another one. After that the
 * exception is thrown. For a method that begins its own transaction: inside another one nothing is retried.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Retryable(predicate = ConcurrencyFailure.class, maxRetries = 3, delay = 10, jitter = 5, multiplier = 2)
public @interface RetryOnConcurrencyFailure {}
