package dev.latchkey.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;

/** Copies the text of another component, line by line. */
public final class CopyButton extends Button {

    // On plain HTTP a browser offers no clipboard, and with HTTPS it may deny access; it still copies the selection
    private static final String COPY = """
            const select = () => {
              getSelection().selectAllChildren($0);
              document.execCommand('copy');
            };
            this.addEventListener('click', () => {
              if (navigator.clipboard) {
                navigator.clipboard.writeText($1 ? $0.innerText : $0.innerText.replaceAll(' ', '')).catch(select);
              } else {
                select();
              }
            })
            """;

    /**
     * Creates a button that copies from the source without its spaces, such as a key in groups, and then confirms it; both texts are
     * in the reader's language.
     */
    public CopyButton(Component source, String label, String done) {
        this(source, label, done, false);
    }

    private CopyButton(Component source, String label, String done, boolean withSpaces) {
        setText(label);
        getElement().executeJs(COPY, source, withSpaces);
        addClickListener(click -> Notification.show(done));
    }

    /** Creates a button that copies the text as it is. */
    public static CopyButton ofText(Component source, String label, String done) {
        return new CopyButton(source, label, done, true);
    }
}
