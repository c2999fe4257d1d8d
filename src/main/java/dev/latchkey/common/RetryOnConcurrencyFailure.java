package dev.latchkey.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.resilience.annotation.Retryable;

/**
 * Does a transaction again, at most three times, that the database has broken off because another was in its way. After that
 * the exception stands, so that whoever asked gets nothing. For a method that begins its transaction itself: within another
 * one nothing is done again.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Retryable(predicate = ConcurrencyFailure.class, maxRetries = 3, delay = 10, jitter = 5, multiplier = 2)
public @interface RetryOnConcurrencyFailure {}
