package dev.latchkey.demo;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

/** The page around the demo's mail. */
final class MailboxPage {

    private MailboxPage() {}

    static String of(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <meta name="color-scheme" content="light dark">
                  <title>%1$s · Demo mailbox</title>
                  <style>
                    body { max-width: 760px; margin: 0 auto; padding: 24px 16px; font: 16px/1.5 system-ui, sans-serif; }
                    h1 { overflow-wrap: anywhere; }
                    .mails { list-style: none; padding: 0; }
                    .mails a { display: grid; grid-template-columns: 1fr auto; gap: 0 16px; padding: 12px 0; color: inherit;
                      text-decoration: none; border-bottom: 1px solid color-mix(in srgb, currentColor 20%%, transparent); }
                    .subject { font-weight: 600; grid-column: 1 / -1; }
                    iframe { width: 100%%; height: 640px; border: 1px solid color-mix(in srgb, currentColor 20%%, transparent); }
                    dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; }
                    dd { margin: 0; overflow-wrap: anywhere; }
                    pre { white-space: pre-wrap; overflow-wrap: anywhere; }
                  </style>
                </head>
                <body><h1>%1$s</h1>%2$s</body>
                </html>
                """.formatted(htmlEscape(title), body);
    }
}
