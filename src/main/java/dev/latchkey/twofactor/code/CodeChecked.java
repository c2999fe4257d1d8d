package dev.latchkey.twofactor.code;

import dev.latchkey.twofactor.CodeResult;

/** An authentication code was checked, at a sign-in or in an open session. Published for those who count; nothing depends on it. */
public record CodeChecked(CodeResult result) {}
