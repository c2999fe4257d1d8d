package dev.latchkey.user.ui;

/** What was typed into {@link SetUpView}; public because the binder makes it. */
public record SetUpForm(String companyName, String name, String email, String password) {

    @Override
    public String toString() {
        return "SetUpForm[…]";
    }
}
