package dev.latchkey.component.page;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the organisation is called where a page names whose it is, such as in its title.
 *
 * @param source empty before set-up
 */
public record OrganisationName(Supplier<Optional<String>> source) {

    private static final String SOFT_HYPHEN = "\u00AD";

    /** Lets the pages of a tab of the browser know it. */
    public void tell(UI tab) {
        ComponentUtil.setData(tab, OrganisationName.class, this);
    }

    /** The name; that of the product as long as there is none. */
    public static String in(UI tab) {
        return Optional.ofNullable(ComponentUtil.getData(tab, OrganisationName.class))
                .flatMap(known -> known.source.get())
                .orElseGet(() -> tab.getTranslation("app.name"));
    }

    /** The title of a page with that heading, in the reader's language. */
    static String title(String heading) {
        var tab = UI.getCurrentOrThrow();
        return tab.getTranslation("app.page-title", heading.replace(SOFT_HYPHEN, ""), in(tab));
    }
}
