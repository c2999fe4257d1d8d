package dev.latchkey.component.form;

/** The fields of a form, as one value. */
public interface FormFields<T> {

    /** Their current value. */
    T typed();

    /** Puts the value into them. */
    void show(T value);

    /**
     * Merges the input with the stored value: an unchanged field gets the stored value, any other keeps the input.
     *
     * @param seen the value that the form started with
     * @param differences collects what has changed
     */
    T merge(T seen, T typed, T current, Differences differences);
}
