package dev.latchkey.operation.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which setting is missing or wrong, instead of a stack trace. */
class SettingFailureAnalyzer extends AbstractFailureAnalyzer<SettingsCheck.SettingException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SettingsCheck.SettingException cause) {
        return new FailureAnalysis(cause.getMessage(), "Set it in the environment and start again.", cause);
    }
}
