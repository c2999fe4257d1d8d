package dev.latchkey.ui.frame;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * Works around wrong ARIA attributes of Vaadin 25.2 components: selectable menu items, a toggle that controls a missing element,
 * dialog headings that skip a level, a row of buttons with the role of a toolbar. The accessibility tests show when one of these is
 * no longer needed.
 */
@Component
class AriaWorkarounds implements VaadinServiceInitListener {

    private static final String MEND = """
            const repair = () => {
              document.querySelectorAll('[role=menuitem][aria-selected]')
                .forEach(item => item.removeAttribute('aria-selected'));
              document.querySelectorAll('vaadin-side-nav-item')
                .forEach(item => item.shadowRoot?.querySelector('ul:not([id])')?.setAttribute('id', 'children'));
              document.querySelectorAll('vaadin-confirm-dialog').forEach(dialog => {
                dialog.querySelector('h3[slot=header]')?.setAttribute('aria-level', '2');
                dialog.shadowRoot?.querySelector('#overlay')?.shadowRoot?.querySelector('footer[role]')
                  ?.removeAttribute('role');
              });
            };
            new MutationObserver(repair).observe(document.body,
              {subtree: true, childList: true, attributes: true, attributeFilter: ['aria-selected', 'opened']});
            repair();
            """;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().getPage().executeJs(MEND));
    }
}
