package dev.latchkey.user.access;

/** The user at the browser, for the views of features that know no sign-in. */
public interface CurrentUser {

    /**
     * Whose session it is.
     *
     * @throws NullPointerException or {@link ClassCastException} on a page that strangers see
     */
    long id();
}
