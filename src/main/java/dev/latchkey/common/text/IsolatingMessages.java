package dev.latchkey.common.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The bundle of all texts. Whatever a sentence takes stands isolated in it, in pages, mails and on terminals alike. */
@Component("messageSource")
class IsolatingMessages extends ResourceBundleMessageSource {

    IsolatingMessages() {
        setBasename("messages");
        setDefaultEncoding(StandardCharsets.UTF_8.name());
        setFallbackToSystemLocale(false);
        // So that an apostrophe is written twice in every text, not in those alone that take something
        setAlwaysUseMessageFormat(true);
    }

    @Override
    protected Object[] resolveArguments(Object @Nullable [] arguments, Locale locale) {
        return Arrays.stream(super.resolveArguments(arguments, locale))
                .map(argument -> argument instanceof String text ? Isolation.of(text) : argument)
                .toArray();
    }
}
