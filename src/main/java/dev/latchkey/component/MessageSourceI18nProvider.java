package dev.latchkey.component;

import com.vaadin.flow.i18n.I18NProvider;
import dev.latchkey.common.text.Language;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Provides the texts of views from the bundle that mails and error pages also use. */
@Component
class MessageSourceI18nProvider implements I18NProvider {

    private final transient MessageSource messages;

    MessageSourceI18nProvider(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Language.locales();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
