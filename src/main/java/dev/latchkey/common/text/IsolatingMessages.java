package dev.latchkey.common.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The bundle of all texts. Arguments are isolated from the text around them, in pages, mails and on terminals. */
@Component("messageSource")
class IsolatingMessages extends ResourceBundleMessageSource {

    IsolatingMessages() {
        setBasename("messages");
        setDefaultEncoding(StandardCharsets.UTF_8.name());
        setFallbackToSystemLocale(false);
        // So that an apostrophe is doubled in every text, not only in those with arguments
        setAlwaysUseMessageFormat(true);
    }

    @Override
    protected Object[] resolveArguments(Object @Nullable [] arguments, Locale locale) {
        return Arrays.stream(super.resolveArguments(arguments, locale))
                .map(argument -> argument instanceof String text ? Isolation.of(text) : argument)
                .toArray();
    }
}
