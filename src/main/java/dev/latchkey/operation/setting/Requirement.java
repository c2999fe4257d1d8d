package dev.latchkey.operation.setting;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/** What a constraint asks for, in words that are the same in the message of the start and in the reference. */
public final class Requirement {

    private Requirement() {}

    /**
     * Such as "must be at least 5"; empty for a constraint that has words of its own.
     *
     * @param field of the record or of records in it, such as {@code mail.from}
     * @param code the simple name of the constraint that is broken
     */
    static Optional<String> of(Class<?> record, String field, @Nullable String code) {
        return constraints(record, field)
                .filter(constraint ->
                        constraint.annotationType().getSimpleName().equals(code))
                .flatMap(constraint -> bound(constraint).stream())
                .map(bound -> "must be " + bound)
                .findFirst();
    }

    /** What constrains that field of the record or of a record in it. */
    public static Stream<Annotation> constraints(Class<?> record, String field) {
        var dot = field.indexOf('.');
        try {
            var first = record.getDeclaredField(dot < 0 ? field : field.substring(0, dot));
            return dot < 0 ? Stream.of(first.getAnnotations()) : constraints(first.getType(), field.substring(dot + 1));
        } catch (NoSuchFieldException elementOfList) {
            return Stream.empty();
        }
    }

    /** Such as "at least 5"; empty for what is no bound. */
    public static Optional<String> bound(Annotation constraint) {
        return switch (constraint) {
            case Min least -> Optional.of("at least " + least.value());
            case Max most -> Optional.of("at most " + most.value());
            case DecimalMin least -> Optional.of("at least " + least.value());
            case DecimalMax most -> Optional.of("at most " + most.value());
            case DurationMin least ->
                Optional.of("at least "
                        + words(Duration.ofDays(least.days())
                                .plusHours(least.hours())
                                .plusMinutes(least.minutes())
                                .plusSeconds(least.seconds())
                                .plusMillis(least.millis())));
            case DurationMax most ->
                Optional.of("at most "
                        + words(Duration.ofDays(most.days())
                                .plusHours(most.hours())
                                .plusMinutes(most.minutes())
                                .plusSeconds(most.seconds())
                                .plusMillis(most.millis())));
            default -> Optional.empty();
        };
    }

    /** In the form in which a setting is written. */
    private static String words(Duration duration) {
        if (duration.toSeconds() * 1_000 != duration.toMillis()) {
            return duration.toMillis() + "ms";
        }
        if (duration.toSecondsPart() != 0 || duration.isZero()) {
            return duration.toSeconds() + "s";
        }
        if (duration.toMinutesPart() != 0) {
            return duration.toMinutes() + "m";
        }
        return duration.toHours() % 24 != 0 ? duration.toHours() + "h" : duration.toDays() + "d";
    }
}
