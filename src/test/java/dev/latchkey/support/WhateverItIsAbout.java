package dev.latchkey.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What holds in every test of the whole application, whatever it is about: silent logs, and mails as they must be. */
final class WhateverItIsAbout implements BeforeAllCallback, AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("latchkey.test.patience", 60));

    @Override
    public void beforeAll(ExtensionContext test) {
        // Most of what is waited for is there already, and the rest comes late on a busy machine only
        Awaitility.setDefaultTimeout(PATIENCE);
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
        // Each start of an application sets the logs up anew
        LogCanary.watchEverything();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        LogCanary.assertNothingFound();
        EveryMail.assertIsAsItMustBe();
    }
}
