package dev.latchkey.user.access;

/** The current user, for views of features that cannot depend on the sign-in. */
public interface CurrentUser {

    /**
     * The user of the session.
     *
     * @throws NullPointerException or {@link ClassCastException} on a page shown without a login
     */
    long id();
}
