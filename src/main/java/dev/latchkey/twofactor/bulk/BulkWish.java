package dev.latchkey.twofactor.bulk;

import dev.latchkey.account.SecretDelivery;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What an actor has confirmed.
 *
 * @param token identifies the question that was confirmed, at most 36 characters: a second order with it changes nothing
 * @param groupId null for an action that needs no group
 * @param delivery how secrets reach users, as the actor saw it
 */
@NamedInterface("api")
public record BulkWish(
        String token, BulkAction action, @Nullable Long groupId, SecretDelivery delivery) {}
