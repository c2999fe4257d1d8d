package dev.latchkey.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;

/** Copies the text of another component, line by line and without spaces. */
public final class CopyButton extends Button {

    // On plain HTTP a browser offers no clipboard, and with HTTPS it may deny access; it still copies the selection
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

    /** Creates a button that copies from the source and then confirms it; both texts are in the reader's language. */
    public CopyButton(Component source, String label, String done) {
        setText(label);
        getElement().executeJs(COPY, source);
        addClickListener(click -> Notification.show(done));
    }
}
