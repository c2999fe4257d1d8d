package dev.latchkey.support;

import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.latchkey.component.form.FilePicker;
import java.util.Base64;
import tools.jackson.databind.node.JsonNodeFactory;

/** Chooses files in the place of the browser's script. */
public final class ChosenFile {

    private ChosenFile() {}

    /** Sends a whole file in one part. */
    public static void send(FilePicker picker, String name, byte[] content) {
        sendPart(picker, name, 0, content.length, Base64.getEncoder().encodeToString(content));
    }

    /** Sends a part of a file of that size. */
    public static void sendPart(FilePicker picker, String name, int at, int size, String base64) {
        var input = picker.getChildren()
                .flatMap(part -> part.getChildren())
                .filter(Input.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getElement();
        var detail = JsonNodeFactory.instance
                .objectNode()
                .put("event.detail.name", name)
                .put("event.detail.at", at)
                .put("event.detail.size", size)
                .put("event.detail.content", base64);
        input.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(input, "file-part", detail));
    }
}
