package dev.latchkey.support;

import dev.latchkey.demo.ReadableMail;
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

/** Many members, each of whom does what their mail says, in browsers without a screen. */
public final class Members {

    // More would only wait for each other's hashes, and be told to come again
    private static final int AT_A_TIME = 3;

    private final int port;
    private final Clock clock;

    /** Those of the application at that port. */
    public Members(int port, Clock clock) {
        this.port = port;
        this.clock = clock;
    }

    /** Each opens the link of their invitation, and signs up under the name that is proposed. */
    public void signUp(Collection<String> addresses, Map<String, String> names) {
        var invitations = Mailbox.latestOfEverybody(mail -> mail.subject().contains("You're invited"));
        each(addresses, (browser, address) -> {
            var token = Mailbox.tokenOf(mail(invitations, address), "signup");
            var answer =
                    browser.submit("signup/" + token, Map.of("name", names.get(address), "password", People.PASSWORD));
            expect("/", answer, address);
        });
    }

    /** Each logs in with their password, and gives the code from the key in their mail. */
    public void setUp(Collection<String> addresses) {
        var mails = Mailbox.latestOfEverybody(Mailbox::hasKey);
        each(addresses, (browser, address) -> {
            var app = new AuthenticatorApp(Mailbox.writtenKeyOf(mail(mails, address)), clock);
            expect("/login/verify", browser.logIn(address, People.PASSWORD), address);
            expect("/recovery-codes", browser.enterCode(app.code()), address);
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

    private void each(Collection<String> addresses, Task task) {
        var left = new ConcurrentLinkedQueue<>(addresses);
        try (var threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<?>> begun = new ArrayList<>();
            for (var i = 0; i < AT_A_TIME; i++) {
                begun.add(threads.submit(() -> work(left, task)));
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
