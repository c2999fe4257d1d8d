package dev.latchkey.demo;

import dev.latchkey.LatchkeyApplication;
import java.util.ArrayList;
import java.util.List;

/** Runs a command of the product's own on the demo, while it runs or not: where it does not, the database alone starts. */
public final class DemoCommand {

    private DemoCommand() {}

    /** Takes what the product takes, such as {@code --break-glass=…} or {@code --audit-verify}. */
    public static void main(String[] args) throws Exception {
        try {
            var settings =
                    new ArrayList<>(DemoState.settings(DemoState.reachDatabase(), DemoSettings.from(System.getenv())));
            settings.addAll(List.of(args));
            LatchkeyApplication.main(settings.toArray(String[]::new));
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            // Spring Boot has said why; the database that was started would keep the process alive
            System.exit(1);
        }
    }
}
