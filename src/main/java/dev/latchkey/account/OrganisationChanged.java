package dev.latchkey.account;

/** Published in the transaction that changes what users see of the organisation. */
public record OrganisationChanged() {}
