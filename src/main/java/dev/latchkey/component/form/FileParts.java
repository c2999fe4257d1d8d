package dev.latchkey.component.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Input;
import java.util.function.Predicate;

/** How the browser sends a chosen file: part by part, each after the answer to the one before. */
final class FileParts {

    private static final String SEND = """
            const input = this;
            const [button, bar, area, part, largest, width, height] = [$0, $1, $2, $3, $4, $5, $6];
            if (input.listens) {
              return;
            }
            input.listens = true;
            const tell = (name, detail) => input.dispatchEvent(new CustomEvent(name, { detail }));
            const answered = () => new Promise(done =>
              input.addEventListener('part-answered', event => done(event.detail), { once: true }));
            const smaller = async file => {
              const image = await createImageBitmap(file);
              const scale = Math.min(1, width / image.width, height / image.height);
              const canvas = document.createElement('canvas');
              canvas.width = Math.max(1, Math.round(image.width * scale));
              canvas.height = Math.max(1, Math.round(image.height * scale));
              canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
              return new Promise(done => canvas.toBlob(done, 'image/png'));
            };
            const base64 = async blob => {
              const bytes = new Uint8Array(await blob.arrayBuffer());
              let text = '';
              for (let i = 0; i < bytes.length; i += 8192) {
                text += String.fromCharCode(...bytes.subarray(i, i + 8192));
              }
              return btoa(text);
            };
            const send = async (name, file) => {
              const size = file.size;
              for (let at = 0; at === 0 || at < size; at += part) {
                const content = size > largest ? '' : await base64(file.slice(at, at + part));
                const answer = answered();
                tell('file-part', { name, at, size, content });
                if (!(await answer)) {
                  return;
                }
                bar.value = Math.min(1, (at + part) / size);
              }
            };
            const choose = async file => {
              if (!file || input.disabled) {
                return;
              }
              input.disabled = true;
              bar.value = 0;
              bar.hidden = false;
              try {
                await send(file.name, file.size > largest && width > 0 ? await smaller(file) : file);
              } catch (e) {
                tell('file-unreadable');
              } finally {
                input.value = '';
                input.disabled = false;
                bar.hidden = true;
              }
            };
            button.addEventListener('click', () => input.click());
            input.addEventListener('change', () => choose(input.files[0]));
            area.addEventListener('dragover', event => event.preventDefault());
            area.addEventListener('drop', event => {
              event.preventDefault();
              choose(event.dataTransfer.files[0]);
            });
            """;

    private static final String NAME = "event.detail.name";
    private static final String AT = "event.detail.at";
    private static final String SIZE = "event.detail.size";
    private static final String CONTENT = "event.detail.content";

    private FileParts() {}

    /** Takes the parts; the browser sends the next one if the last one was wanted. */
    static void listen(Input input, Predicate<Part> wanted, Runnable unreadable) {
        var element = input.getElement();
        element.addEventListener("file-unreadable", event -> unreadable.run());
        element.addEventListener("file-part", event -> {
                    var data = event.getEventData();
                    var goOn = wanted.test(new Part(
                            data.get(NAME).asString(""),
                            data.get(AT).asInt(0),
                            data.get(SIZE).asInt(-1),
                            data.get(CONTENT).asString("")));
                    element.executeJs("this.dispatchEvent(new CustomEvent('part-answered', { detail: $0 }))", goOn);
                })
                .addEventData(NAME)
                .addEventData(AT)
                .addEventData(SIZE)
                .addEventData(CONTENT);
    }

    /** Lets the browser begin: when the button is pressed, or a file is dropped on the area. Only pictures can be made smaller. */
    static void sendFrom(
            Input input,
            Component button,
            Component bar,
            Component area,
            int part,
            int largest,
            int width,
            int height) {
        input.getElement().executeJs(SEND, button, bar, area, part, largest, width, height);
    }

    /**
     * A part of a file.
     *
     * @param at where it begins
     * @param size of the whole file in bytes; -1 if the browser says none that a file could have
     * @param content in Base64
     */
    record Part(String name, int at, int size, String content) {}
}
