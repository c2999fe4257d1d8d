package dev.latchkey.ui.frame;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.latchkey.account.branding.Branding;
import dev.latchkey.component.page.OrganisationName;
import org.springframework.stereotype.Component;

/** Lets every page know the name of the organisation. */
@Component
class OrganisationNames implements VaadinServiceInitListener {

    private final Branding branding;

    OrganisationNames(Branding branding) {
        this.branding = branding;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> new OrganisationName(branding::name).tell(init.getUI()));
    }
}
