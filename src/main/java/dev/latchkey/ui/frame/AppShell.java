package dev.latchkey.ui.frame;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The {@code head} of every page. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles/tokens.css")
@StyleSheet("styles/latchkey.css")
@StyleSheet("styles/pages.css")
@StyleSheet("styles/layout.css")
@StyleSheet("styles/forms.css")
@StyleSheet("styles/grids.css")
@StyleSheet("styles/dialogs.css")
@StyleSheet("styles/profile.css")
@StyleSheet("styles/overview.css")
@StyleSheet("styles/print.css")
public class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addFavIcon("icon", "icons/latchkey.svg", "any");
        settings.addMetaTag("color-scheme", "light dark");
    }
}
