package dev.latchkey.operation.setting;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.util.PlaceholderResolutionException;

/** Says which setting refers to another one that isn't there. */
class PlaceholderFailureAnalyzer extends AbstractFailureAnalyzer<PlaceholderResolutionException> {

    private final @Nullable Environment environment;

    PlaceholderFailureAnalyzer(@Nullable Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PlaceholderResolutionException cause) {
        var reference = "${" + cause.getPlaceholder();
        var name = written()
                .filter(setting -> String.valueOf(setting.source().getProperty(setting.name()))
                        .contains(reference))
                .map(Written::name)
                .findFirst();
        return new FailureAnalysis(
                name.orElse("A setting") + " refers to another setting, " + reference + "}, which there isn't.",
                "Set that too, or write the value itself.",
                cause);
    }

    private Stream<Written> written() {
        return Stream.ofNullable(environment)
                .filter(ConfigurableEnvironment.class::isInstance)
                .flatMap(all -> ((ConfigurableEnvironment) all).getPropertySources().stream())
                .filter(EnumerablePropertySource.class::isInstance)
                .map(source -> (EnumerablePropertySource<?>) source)
                .flatMap(source -> Arrays.stream(source.getPropertyNames()).map(name -> new Written(source, name)));
    }

    private record Written(EnumerablePropertySource<?> source, String name) {}
}
