package dev.latchkey.twofactor.ui;

/** What was typed into {@link SignUpView}; public because the binder makes it. */
public record SignUpForm(String name, String password) {

    @Override
    public String toString() {
        return "SignUpForm[…]";
    }
}
