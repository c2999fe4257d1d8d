package dev.latchkey.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;

/** A field of a {@link PostForm}: label, input and room for a sentence about what was wrong with it. */
@Tag("div")
public final class PostedField extends HtmlContainer {

    private final Element input = new Element("input");
    private final Paragraph error = new Paragraph();

    /** Makes a field whose value the browser posts under that name. */
    public PostedField(String label, String name, String type, String autocomplete) {
        addClassName("posted-field");
        var inputId = "field-" + name;
        var errorId = inputId + "-error";
        input.setAttribute("id", inputId);
        input.setAttribute("name", name);
        input.setAttribute("type", type);
        input.setAttribute("autocomplete", autocomplete);
        input.setAttribute("required", true);
        input.setAttribute("aria-describedby", errorId);
        error.setId(errorId);
        error.addClassName("field-error");
        error.getElement().setAttribute("role", "alert");
        var caption = new NativeLabel(label);
        caption.setFor(inputId);
        add(caption);
        getElement().appendChild(input);
        add(error);
    }

    /** Sets an attribute of the input itself. */
    public PostedField with(String attribute, String value) {
        input.setAttribute(attribute, value);
        return this;
    }

    /** Says what was wrong with the value that was posted. */
    public void setError(String sentence) {
        error.setText(sentence);
        input.setAttribute("aria-invalid", "true");
    }

    /** Puts the cursor into the field. */
    public void focus() {
        input.setAttribute("autofocus", true);
        input.callJsFunction("focus");
    }
}
