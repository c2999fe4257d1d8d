package dev.latchkey.mail.outbox;

import dev.latchkey.mail.delivery.DeliveryProblem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A message was composed and sent, or not. Published for those who count; nothing depends on it.
 *
 * @param problem why the mail server has not accepted it; null if it has
 * @param took how long that took
 */
record MailTried(@Nullable DeliveryProblem problem, Duration took) {}
