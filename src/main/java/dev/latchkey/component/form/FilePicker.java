package dev.latchkey.component.form;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.latchkey.component.Isolated;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets the user choose a file by a button, or drop it there. The browser sends it in parts that fit into ordinary requests of a
 * page: so it needs no address of its own, has the page's protection against forged requests, and touches no disk.
 */
public final class FilePicker extends Composite<Div> {

    /** In bytes; in Base64 it still fits into a request. */
    private static final int PART = 120 * 1024;

    private static final int MEGABYTE = 1024 * 1024;
    private static final int LONGEST_NAME = 255;

    private final Uploads uploads;
    private final int largest;
    private final Consumer<UploadedFile> chosen;
    private final Button button;
    private final Input input = new Input();
    private final ProgressBar bar = new ProgressBar();
    private final Isolated name;
    private final Paragraph refusal = new Paragraph();
    private int pictureWidth;
    private int pictureHeight;
    private @Nullable UploadedFile upload;

    /**
     * Creates a picker.
     *
     * @param label of the button
     * @param accept what the browser offers, such as {@code .csv,.json}
     * @param largest in bytes
     * @param chosen gets each file, whole
     */
    public FilePicker(Uploads uploads, String label, String accept, int largest, Consumer<UploadedFile> chosen) {
        this.uploads = uploads;
        this.largest = largest;
        this.chosen = chosen;
        button = new Button(label);
        name = new Isolated("");
        showName("");
        name.addClassName("file-name");
        name.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("hidden", true);
        bar.getElement().setAttribute("aria-label", getTranslation("file.progress"));
        refusal.addClassName("field-error");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        input.setType("file");
        input.getElement().setAttribute("accept", accept);
        input.getElement().setAttribute("hidden", true);
        FileParts.listen(input, this::receive, this::refuseUnreadable);
        getContent().addClassName("file-picker");
        getContent().add(button, input, name, bar, refusal);
    }

    /** Draws pictures that are too large for a file into that many pixels, in the browser. */
    public FilePicker shrinkingPictures(int width, int height) {
        pictureWidth = width;
        pictureHeight = height;
        return this;
    }

    /** Says why the file is refused, until another one is chosen. */
    public void refuse(String reason) {
        refusal.setText(reason);
        refusal.setVisible(true);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        FileParts.sendFrom(input, button, bar, getContent(), PART, largest, pictureWidth, pictureHeight);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        drop();
    }

    /** Takes a part of a file; false if the rest is not wanted. */
    private boolean receive(FileParts.Part part) {
        if (part.at() == 0 && !begin(part)) {
            return false;
        }
        var current = upload;
        var content = decoded(part.content());
        if (content.isEmpty()) {
            refuseUnreadable();
            return false;
        }
        if (current == null || !current.add(part.at(), content.get())) {
            drop();
            refuse(getTranslation("file.dropped"));
            return false;
        }
        if (current.isComplete()) {
            chosen.accept(current);
            return false;
        }
        return true;
    }

    private boolean begin(FileParts.Part part) {
        drop();
        refusal.setVisible(false);
        if (part.size() < 0 || part.size() > largest) {
            refuse(
                    largest < MEGABYTE
                            ? getTranslation("file.too-large-kb", largest / 1024)
                            : getTranslation("file.too-large", largest / MEGABYTE));
            return false;
        }
        upload = uploads.begin(shortened(part.name()), part.size()).orElse(null);
        if (upload == null) {
            refuse(getTranslation("file.no-room"));
            return false;
        }
        showName(upload.name());
        return true;
    }

    private void refuseUnreadable() {
        drop();
        refuse(getTranslation("file.unreadable"));
    }

    private void drop() {
        if (upload != null) {
            upload.close();
            upload = null;
        }
        showName("");
    }

    private void showName(String chosenName) {
        name.setText(chosenName.isEmpty() ? getTranslation("file.drop") : chosenName);
        name.setClassName("file-hint", chosenName.isEmpty());
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** Only Base64 comes from our own script. */
    private static Optional<byte[]> decoded(String sent) {
        try {
            return Optional.of(Base64.getDecoder().decode(sent));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
