package dev.latchkey.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;

/** Copies what another component shows, line by line and without blanks. */
public final class CopyButton extends Button {

    // On plain HTTP a browser has no clipboard to write to, and elsewhere it may not let a page; it still copies what
    // is selected
    private static final String COPY = """
            const select = () => {
              getSelection().selectAllChildren($0);
              document.execCommand('copy');
            };
            this.addEventListener('click', () => {
              if (navigator.clipboard) {
                navigator.clipboard.writeText($0.innerText.replaceAll(' ', '')).catch(select);
              } else {
                select();
              }
            })
            """;

    /** Makes a button that copies from the source and then says that it is done; both texts are in the reader's language. */
    public CopyButton(Component source, String label, String done) {
        setText(label);
        getElement().executeJs(COPY, source);
        addClickListener(click -> Notification.show(done));
    }
}
