package dev.latchkey.support;

import dev.latchkey.demo.ReadableMail;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.signup.SignUp;
import dev.latchkey.twofactor.signup.SignUpResult;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Many members, each of whom does what their mail says: the first in browsers without a screen, the others at the services that those
 * pages call.
 */
public final class Members {

    // More would only wait for each other's hashes, and be told to come again
    private static final int AT_A_TIME = 3;

    private static final int IN_BROWSERS = 20;

    private final SignUp signUp;
    private final TwoFactorService twoFactor;
    private final CountedHashes hashes;
    private final People people;
    private final Clock clock;
    private int port;

    Members(SignUp signUp, TwoFactorService twoFactor, CountedHashes hashes, People people, Clock clock) {
        this.signUp = signUp;
        this.twoFactor = twoFactor;
        this.hashes = hashes;
        this.people = people;
        this.clock = clock;
    }

    /** Those of the application at that port. */
    public Members at(int ofApplication) {
        port = ofApplication;
        return this;
    }

    /** Each opens the link of their invitation, and signs up under the name that is proposed. */
    public void signUp(Collection<String> addresses, Map<String, String> names) {
        var invitations = Mailbox.latestOfEverybody(mail -> mail.subject().contains("You're invited"));
        Function<String, String> token = address -> Mailbox.tokenOf(mail(invitations, address), "signup");
        hashes.oneForAll(() -> each(
                addresses,
                (browser, address) -> {
                    var form = Map.of("name", names.get(address), "password", People.PASSWORD);
                    expect("/", browser.submit("signup/" + token.apply(address), form), address);
                },
                address -> {
                    var result = signUp.join(token.apply(address), names.get(address), People.PASSWORD);
                    if (!(result instanceof SignUpResult.Done)) {
                        throw new AssertionError(address + " is answered " + result);
                    }
                }));
    }

    /** Each logs in with their password, and gives the code from the key in their mail. */
    public void setUp(Collection<String> addresses) {
        var mails = Mailbox.latestOfEverybody(Mailbox::hasKey);
        Function<String, String> code =
                address -> new AuthenticatorApp(Mailbox.writtenKeyOf(mail(mails, address)), clock).code();
        each(
                addresses,
                (browser, address) -> {
                    expect("/login/verify", browser.logIn(address, People.PASSWORD), address);
                    expect("/recovery-codes", browser.enterCode(code.apply(address)), address);
                },
                address -> {
                    var result = twoFactor.verifyAtSignIn(people.idOf(address), code.apply(address));
                    if (!(result instanceof CodeResult.Accepted)) {
                        throw new AssertionError(address + " is answered " + result);
                    }
                });
    }

    /** The owner of a new address opens the link that was sent there. */
    public void confirmAddress(String address) {
        var token = Mailbox.tokenOf(new Mailbox(address).await(1, "confirm your new email address"), "confirm-address");
        new Browser(port).submit("confirm-address/" + token, Map.of());
    }

    /** The owner of the old address opens the link in the latest mail about its change. */
    public void takeAddressBack(String address) {
        var mails = new Mailbox(address)
                .mails().stream()
                        .filter(mail -> mail.text().contains("/cancel-address/"))
                        .toList();
        new Browser(port).submit("cancel-address/" + Mailbox.tokenOf(mails.getLast(), "cancel-address"), Map.of());
    }

    private static void expect(String page, java.net.http.HttpResponse<String> answer, String address) {
        var led = Browser.leadsTo(answer);
        if (!led.equals(page)) {
            throw new AssertionError(address + " is led to " + led + " instead of " + page);
        }
    }

    private static ReadableMail mail(Map<String, ReadableMail> mails, String address) {
        var mail = mails.get(address);
        if (mail == null) {
            throw new AssertionError("no mail to " + address);
        }
        return mail;
    }

    private void each(Collection<String> addresses, Task inBrowser, Consumer<String> atService) {
        var inBrowsers = addresses.stream().limit(IN_BROWSERS).toList();
        addresses.stream().skip(IN_BROWSERS).forEach(atService);
        var left = new ConcurrentLinkedQueue<>(inBrowsers);
        try (var threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<?>> begun = new ArrayList<>();
            for (var i = 0; i < AT_A_TIME; i++) {
                begun.add(threads.submit(() -> work(left, inBrowser)));
            }
            for (var one : begun) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private void work(Queue<String> left, Task task) {
        var browser = new Browser(port);
        for (var address = left.poll(); address != null; address = left.poll()) {
            browser.forgetCookies();
            task.does(browser, address);
        }
    }

    private interface Task {

        void does(Browser browser, String address);
    }
}
