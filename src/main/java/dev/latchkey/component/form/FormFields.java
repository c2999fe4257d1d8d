package dev.latchkey.component.form;

/** The fields of a form, as one value. */
public interface FormFields<T> {

    /** What stands in them. */
    T typed();

    /** Puts the value into them. */
    void show(T value);

    /**
     * Brings what was typed up to what stands now: a field that nobody has touched follows, any other keeps what was typed.
     *
     * @param seen what the form began with
     * @param differences tells what is another now
     */
    T merge(T seen, T typed, T current, Differences differences);
}
