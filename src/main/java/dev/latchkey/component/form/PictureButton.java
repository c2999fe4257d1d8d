package dev.latchkey.component.form;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * A button with which a user chooses a picture file. The file comes with a request of the page, so it touches no disk. One that is
 * too long for that is made smaller in the browser, if it is a picture.
 */
public final class PictureButton extends Composite<Div> {

    /** What the browser sends for what it cannot read as a picture. */
    private static final byte[] UNREADABLE = {};

    // A canvas of the size that a logo is shown in twice over
    private static final String CHOOSE = """
            const input = this;
            const longest = $1, width = $2, height = $3;
            $0.addEventListener('click', () => input.click());
            const smaller = async file => {
              const image = await createImageBitmap(file);
              const scale = Math.min(1, width / image.width, height / image.height);
              const canvas = document.createElement('canvas');
              canvas.width = Math.max(1, Math.round(image.width * scale));
              canvas.height = Math.max(1, Math.round(image.height * scale));
              canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
              return new Promise(done => canvas.toBlob(done, 'image/png'));
            };
            const send = content =>
              input.dispatchEvent(new CustomEvent('picture-chosen', { detail: content }));
            input.addEventListener('change', async () => {
              const file = input.files[0];
              input.value = '';
              if (!file) {
                return;
              }
              try {
                const picture = file.size > longest ? await smaller(file) : file;
                const reader = new FileReader();
                reader.onload = () => send(reader.result.split(',')[1] || '');
                reader.onerror = () => send('');
                reader.readAsDataURL(picture);
              } catch (e) {
                send('');
              }
            })
            """;

    private final Button button = new Button();

    /**
     * Creates a button for files of at most that many bytes; longer pictures are drawn into that many pixels.
     *
     * @param chosen gets the file as it came; empty for what is not a picture
     */
    public PictureButton(String label, int longest, int width, int height, Consumer<byte[]> chosen) {
        button.setText(label);
        var input = new Input();
        input.setType("file");
        input.getElement().setAttribute("accept", "image/png,image/jpeg");
        input.getElement().setAttribute("hidden", true);
        input.getElement()
                .addEventListener(
                        "picture-chosen",
                        event -> chosen.accept(
                                decoded(event.getEventData().get("event.detail").asString(""))))
                .addEventData("event.detail");
        input.getElement().executeJs(CHOOSE, button, longest, width, height);
        getContent().add(button, input);
    }

    /** Only Base64 comes from our own script; whatever else was sent is no picture. */
    private static byte[] decoded(String sent) {
        try {
            return Base64.getDecoder().decode(sent);
        } catch (IllegalArgumentException e) {
            return UNREADABLE;
        }
    }
}
