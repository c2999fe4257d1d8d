package dev.latchkey.operation.setting;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionException;

/** Says which setting has a wrong value, our own or one of Spring Boot's, as its operator has written it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongValueFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final String REMEDY = "Correct it and start again. docs/settings.md lists the settings.";
    private static final Pattern SETTER = Pattern.compile("Unable to set value for property (\\S+)");

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        return new FailureAnalysis(sentence(cause), REMEDY, cause);
    }

    private static String sentence(BindException failure) {
        var invalid = find(failure, BindValidationException.class);
        if (invalid.isPresent()) {
            return InvalidValue.first(failure.getTarget().getType().toClass(), invalid.get())
                    .sentence();
        }
        var written = WrittenSetting.of(failure.getProperty(), failure.getName());
        if (find(failure, ConversionException.class).isPresent()) {
            return written.sentence(
                    "must be " + ValueKind.of(failure.getTarget().getType().toClass()));
        }
        var reason = String.valueOf(
                NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        return isOwn(failure.getName()) ? reason : refused(failure) + " can't be used: " + reason + ".";
    }

    /** What a setter refuses is only named in a message; its group is better than nothing. */
    private static String refused(BindException failure) {
        return find(failure, IllegalStateException.class)
                .map(refusal -> SETTER.matcher(String.valueOf(refusal.getMessage())))
                .filter(Matcher::matches)
                .map(matcher -> KnownSetting.variable(failure.getName() + "." + matcher.group(1)))
                .orElseGet(() -> KnownSetting.variable(failure.getName().toString()));
    }

    private static boolean isOwn(ConfigurationPropertyName name) {
        return (name + ".").startsWith(KnownSettings.PREFIX);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
