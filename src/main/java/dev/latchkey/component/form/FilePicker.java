package dev.latchkey.component.form;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * Lets the user choose a file, which the browser then sends in parts that fit into ordinary requests of a page. So it needs no
 * address of its own, has the page's protection against forged requests, and is in memory only until it is complete.
 */
@Tag("input")
public final class FilePicker extends Component {

    /** In bytes; in Base64 it still fits into a request. */
    private static final int PART = 120 * 1024;

    private static final String SEND = """
            const part = $0, largest = $1;
            const tell = (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail }));
            const taken = () => new Promise(done => this.addEventListener('part-taken', done, { once: true }));
            this.addEventListener('change', async () => {
              const file = this.files[0];
              if (!file) {
                return;
              }
              if (file.size > largest) {
                tell('file-too-large');
                this.value = '';
                return;
              }
              this.disabled = true;
              try {
                for (let at = 0; at === 0 || at < file.size; at += part) {
                  const bytes = new Uint8Array(await file.slice(at, at + part).arrayBuffer());
                  let text = '';
                  for (let i = 0; i < bytes.length; i += 8192) {
                    text += String.fromCharCode(...bytes.subarray(i, i + 8192));
                  }
                  const answer = taken();
                  tell('file-part', { at, last: at + part >= file.size, content: btoa(text) });
                  await answer;
                }
              } finally {
                this.disabled = false;
                this.value = '';
              }
            });
            """;

    private static final String AT = "event.detail.at";
    private static final String LAST = "event.detail.last";
    private static final String CONTENT = "event.detail.content";

    private final int largest;
    private final Consumer<byte[]> complete;
    private final Runnable tooLarge;
    private ByteArrayOutputStream received = new ByteArrayOutputStream();

    /**
     * Creates a picker without a label.
     *
     * @param accept what the browser offers, such as {@code .csv,.json}
     * @param largest in bytes
     * @param complete gets the whole file
     * @param tooLarge is told that it was larger
     */
    public FilePicker(String accept, int largest, Consumer<byte[]> complete, Runnable tooLarge) {
        this.largest = largest;
        this.complete = complete;
        this.tooLarge = tooLarge;
        addClassName("file-picker");
        getElement().setAttribute("type", "file");
        getElement().setAttribute("accept", accept);
        getElement().addEventListener("file-too-large", event -> refuse());
        getElement()
                .addEventListener("file-part", event -> {
                    var part = event.getEventData();
                    take(
                            part.get(CONTENT).asString(""),
                            part.get(AT).asInt(0),
                            part.get(LAST).asBoolean(false));
                    getElement().executeJs("this.dispatchEvent(new Event('part-taken'))");
                })
                .addEventData(AT)
                .addEventData(LAST)
                .addEventData(CONTENT);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs(SEND, PART, largest);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        received = new ByteArrayOutputStream();
    }

    private void refuse() {
        received = new ByteArrayOutputStream();
        tooLarge.run();
    }

    /** Takes the part that begins there; a part that does not follow the one before is dropped with all of them. */
    private void take(String base64, int at, boolean last) {
        if (at == 0 || at != received.size()) {
            received = new ByteArrayOutputStream();
        }
        if (at != received.size()) {
            return;
        }
        received.writeBytes(decoded(base64));
        if (received.size() > largest) {
            refuse();
        } else if (last) {
            var content = received.toByteArray();
            received = new ByteArrayOutputStream();
            complete.accept(content);
        }
    }

    /** Only Base64 comes from our own script. */
    private static byte[] decoded(String sent) {
        try {
            return Base64.getDecoder().decode(sent);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
