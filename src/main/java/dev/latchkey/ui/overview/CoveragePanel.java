package dev.latchkey.ui.overview;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.latchkey.twofactor.coverage.CoverageFigures;
import java.util.Map;

/** The figures of today, each a link to the users behind it. */
class CoveragePanel extends Composite<Section> {

    private final UsersLinks links;

    CoveragePanel(CoverageFigures figures, UsersLinks links) {
        this.links = links;
        var list = new UnorderedList(
                figure(
                        "overview.protected",
                        "overview.protected.hint",
                        figures.protectedUsers(),
                        "good",
                        UsersLinks.PROTECTED),
                figure(
                        "overview.not-set-up",
                        "overview.not-set-up.hint",
                        figures.notSetUp(),
                        "waiting",
                        UsersLinks.NOT_SET_UP),
                figure("overview.expired", "overview.expired.hint", figures.expired(), "bad", UsersLinks.EXPIRED),
                figure(
                        "overview.unreachable",
                        "overview.unreachable.hint",
                        figures.unreachable(),
                        "bad",
                        UsersLinks.UNREACHABLE),
                figure("overview.never", "overview.never.hint", figures.neverSignedIn(), "neutral", UsersLinks.NEVER));
        list.addClassName("figures");
        getContent().addClassName("wide");
        getContent().add(new H2(getTranslation("overview.coverage")), headline(figures), list);
    }

    private Div headline(CoverageFigures figures) {
        var percent = new Span(getTranslation("overview.percent", figures.percent()));
        percent.addClassName("figure-headline");
        var line = new Div(
                percent,
                links.to(
                        UsersLinks.ACTIVE,
                        new Span(getTranslation("overview.of-active", figures.protectedUsers(), figures.active()))));
        line.addClassName("coverage-headline");
        return line;
    }

    private ListItem figure(String labelKey, String hintKey, int number, String kind, Map<String, String> filter) {
        var count = new Span(getTranslation("overview.number", number));
        count.addClassName("figure-number");
        var label = new Span(getTranslation(labelKey));
        label.addClassName("figure-label");
        var hint = new Span(getTranslation(hintKey));
        hint.addClassName("figure-hint");
        var item = new ListItem(links.to(filter, count, label, hint));
        item.addClassNames("figure", number == 0 ? "none" : kind);
        return item;
    }
}
